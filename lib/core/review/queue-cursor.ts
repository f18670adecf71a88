/** A place in the queue: waiting ones are ordered by `requestedAt` and id, published ones first by `reviewedAt`. */
export interface QueueCursor {
  readonly reviewedAt: Date | null;
  readonly requestedAt: Date;
  readonly id: string;
}

/** As it travels in an address: the times in milliseconds since 1970, `0` where there is none, and the id. */
export function queueCursor({ reviewedAt, requestedAt, id }: QueueCursor): string {
  return `${reviewedAt?.getTime() ?? 0}.${requestedAt.getTime()}.${id}`;
}

/** Reads a cursor; undefined when it is none. */
export function parseQueueCursor(text: string): QueueCursor | undefined {
  const match = /^(\d{1,14})\.(\d{1,14})\.([A-Za-z0-9_-]{1,64})$/.exec(text);
  if (!match) return undefined;
  const [, reviewedMs, requestedMs, id = ''] = match;
  return {
    reviewedAt: Number(reviewedMs) === 0 ? null : new Date(Number(reviewedMs)),
    requestedAt: new Date(Number(requestedMs)),
    id,
  };
}
