/** A place in a list that is ordered by a time and, within it, by id. */
export interface TimeCursor {
  readonly at: Date;
  readonly id: string;
}

/** A cursor as it travels in an address: milliseconds since 1970, a dot, the id. */
export function timeCursor({ at, id }: TimeCursor): string {
  return `${at.getTime()}.${id}`;
}

/** Reads a cursor; undefined when it is none. */
export function parseTimeCursor(text: string): TimeCursor | undefined {
  const match = /^(\d{1,14})\.([A-Za-z0-9_-]{1,64})$/.exec(text);
  return match ? { at: new Date(Number(match[1])), id: match[2] ?? '' } : undefined;
}
