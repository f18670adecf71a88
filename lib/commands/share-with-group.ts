import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import type { GroupShare } from '@/lib/core/review/share-api';
import { findCoachesOf } from '@/lib/db/group-members';
import { findGroupStanding, NO_GROUP } from '@/lib/db/group-standing';
import { addNotices } from '@/lib/db/notices';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findName } from '@/lib/db/people';
import { findAnsweredAt, findGroupRequests, insertRequest, setRequestNote } from '@/lib/db/review-requests';
import { lockAttemptRow, lockGroupRow } from '@/lib/db/row-locks';
import { findAttemptStanding } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { deliverNotices } from './deliver-notices';

interface ShareWithGroup {
  readonly attemptId: string;
  readonly groupId: string;
  readonly note: string;
}

/**
 * Gives a submitted attempt to the coaches of a group that one is in. Once more, it changes the note and keeps its place in
 * the queue.
 *
 * @throws AppError `not-found`, `needs-account`, `not-submitted`.
 */
export async function shareWithGroup(
  { database, userId, now }: Actor,
  { attemptId, groupId, note }: ShareWithGroup,
): Promise<GroupShare> {
  const { shared, told } = await inTransaction(database, async (transaction) => {
    const { attempt, standing } = await findAttemptStanding(transaction, attemptId, userId, now);
    // First: nobody learns of a group by trying it with another's attempt.
    authorise('use-attempt', standing, NO_ATTEMPT);
    // Held before the membership is read: somebody may be leaving at this very moment.
    if (!(await lockGroupRow(transaction, groupId))) throw new AppError('not-found', NO_GROUP);
    if (!(await lockAttemptRow(transaction, attemptId))) throw new AppError('not-found', NO_ATTEMPT);
    const { group, standing: inGroup } = await findGroupStanding(transaction, groupId, userId);
    authorise('share-with-group', { ...inGroup, ...standing }, NO_GROUP);
    const known = (await findGroupRequests(transaction, attemptId)).find((one) => one.groupId === groupId);
    if (known) {
      await setRequestNote(transaction, known.id, note);
      return { shared: { groupId, note, requestedAt: known.requestedAt.toISOString() }, told: [] };
    }
    const { caseSlug } = attempt;
    const coachIds = (await findCoachesOf(transaction, [groupId])).map(({ id }) => id).filter((id) => id !== userId);
    await insertRequest(transaction, {
      id: randomUUID(),
      attemptId,
      candidateId: userId,
      caseSlug,
      note,
      requestedAt: now,
      expiresAt: null,
      reviewedAt: await findAnsweredAt(transaction, attemptId, coachIds),
      by: { groupId },
    });
    const by = await findName(transaction, userId);
    const told = await addNotices(
      transaction,
      coachIds.map((coachId) => ({
        userId: coachId,
        createdAt: now,
        notice: { kind: 'review-requested', by, groupName: group.name, attemptId, caseSlug },
      })),
    );
    return { shared: { groupId, note, requestedAt: now.toISOString() }, told };
  });
  deliverNotices(database, told);
  return shared;
}
