import type { Progress } from './group-api';

/** An attempt for an assignment, with the times at which something became of it. */
interface Assigned {
  readonly id: string;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  /** In the assignment's group. */
  readonly request: { readonly requestedAt: Date; readonly reviewedAt: Date | null } | null;
}

const ORDER: readonly Progress['state'][] = ['none', 'started', 'submitted', 'shared', 'reviewed'];

export const NOT_BEGUN: Progress = { state: 'none', attemptId: null, at: null };

function progressOf({ id, createdAt, submittedAt, request }: Assigned): Progress {
  const at = (state: Progress['state'], time: Date): Progress => ({ state, attemptId: id, at: time.toISOString() });
  if (request?.reviewedAt) return at('reviewed', request.reviewedAt);
  if (request) return at('shared', request.requestedAt);
  return submittedAt ? at('submitted', submittedAt) : at('started', createdAt);
}

/**
 * How far somebody has come with an assignment: of several attempts, the one that got furthest, and of those the last one.
 *
 * @param attempts the oldest first.
 * @param forCoach leaves out which attempt it is while it is not shared with the group.
 */
export function furthest(attempts: readonly Assigned[], { forCoach }: { readonly forCoach: boolean }): Progress {
  const best = attempts
    .map(progressOf)
    .reduce((far, one) => (ORDER.indexOf(one.state) >= ORDER.indexOf(far.state) ? one : far), NOT_BEGUN);
  const isShared = best.state === 'shared' || best.state === 'reviewed';
  return forCoach && !isShared ? { ...best, attemptId: null } : best;
}
