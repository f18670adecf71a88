import { randomUUID } from 'node:crypto';
import type { StartAttemptRequest } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { type AttemptShape, SINGLE_STEP_MODES } from '@/lib/core/attempt';
import { invalid } from '@/lib/core/issues';
import { authorise } from '@/lib/core/review/access';
import { findAssignment } from '@/lib/db/assignments';
import { insertAttempt } from '@/lib/db/attempts';
import type { DatabaseTransaction } from '@/lib/db/client';
import { findGroupStanding } from '@/lib/db/group-standing';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { lockAttemptRow, lockGroupRow } from '@/lib/db/row-locks';
import { findAttemptStanding } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { openCase } from './open-case';

/**
 * Starts an attempt at a case, pinned to the text that the case has now: on one's own, for the assignment of a group, or to
 * answer the comments on an earlier one; at all steps or at one.
 *
 * @returns the id of the attempt.
 * @throws AppError `not-found`, also for the assignment of a group that one is not in and for another's earlier attempt;
 * `not-submitted` when the earlier one is still open; `case-broken`; `invalid` when the case is not for that level, the
 * assignment or the earlier attempt is about something else, or the mode cannot be for one step.
 */
export async function startAttempt(actor: Actor, request: StartAttemptRequest): Promise<string> {
  const { caseSlug, mode, level, assignmentId, followsId, onlyStep } = request;
  const study = openCase(caseSlug, level);
  checkShape({ mode, onlyStep }, assignmentId !== undefined);
  const attempt = {
    id: randomUUID(),
    userId: actor.userId,
    caseSlug,
    caseHash: study.hash,
    mode,
    level,
    createdAt: actor.now,
    onlyStep: onlyStep ?? null,
    followsId: followsId ?? null,
    assignmentId: assignmentId ?? null,
  };
  if (assignmentId === undefined && followsId === undefined) {
    await insertAttempt(actor.database, attempt);
    return attempt.id;
  }
  await inTransaction(actor.database, async (transaction) => {
    if (assignmentId !== undefined) await checkAssignment(transaction, actor, { ...request, assignmentId });
    if (followsId !== undefined) await checkFollowed(transaction, actor, followsId, caseSlug);
    await insertAttempt(transaction, attempt);
  });
  return attempt.id;
}

function checkShape({ mode, onlyStep }: AttemptShape, isAssigned: boolean): void {
  if (!onlyStep) return;
  if (!SINGLE_STEP_MODES.some((one) => one === mode)) {
    throw invalid('onlyStep', 'Only a guided or an unaided attempt can be about one step.');
  }
  if (isAssigned) throw invalid('onlyStep', 'What is assigned is the whole case.');
}

const NO_ASSIGNMENT = 'There is no such assignment, or you are not in its group.';

async function checkAssignment(
  transaction: DatabaseTransaction,
  { userId }: Actor,
  { assignmentId, caseSlug, mode, level }: StartAttemptRequest & { readonly assignmentId: string },
): Promise<void> {
  const assignment = await findAssignment(transaction, assignmentId);
  if (assignment === null || !(await lockGroupRow(transaction, assignment.groupId))) {
    throw new AppError('not-found', NO_ASSIGNMENT);
  }
  const { standing } = await findGroupStanding(transaction, assignment.groupId, userId);
  authorise('start-assigned', standing, NO_ASSIGNMENT);
  for (const [path, given, assigned] of [
    ['caseSlug', caseSlug, assignment.caseSlug],
    ['mode', mode, assignment.mode],
    ['level', level, assignment.level],
  ] as const) {
    if (given !== assigned) throw invalid(path, `The assignment says ${assigned}.`);
  }
}

async function checkFollowed(
  transaction: DatabaseTransaction,
  { userId, now }: Actor,
  followsId: string,
  caseSlug: string,
): Promise<void> {
  const { attempt, standing } = await findAttemptStanding(transaction, followsId, userId, now);
  authorise('follow-attempt', standing, NO_ATTEMPT);
  if (attempt.caseSlug !== caseSlug) throw invalid('followsId', 'That attempt is at another case.');
  if (!(await lockAttemptRow(transaction, followsId))) throw new AppError('not-found', NO_ATTEMPT);
}
