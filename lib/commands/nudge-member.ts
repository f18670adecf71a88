import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { furthest } from '@/lib/core/review/assignment-progress';
import { assignmentSubject, type Nudged } from '@/lib/core/review/nudge';
import { findAssignedAttempts } from '@/lib/db/assignment-progress';
import { findAssignment } from '@/lib/db/assignments';
import { findMemberStanding, NO_GROUP } from '@/lib/db/group-standing';
import { findName } from '@/lib/db/people';
import { lockGroupRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { deliverNotices } from './deliver-notices';
import { sendNudges } from './send-nudges';

interface NudgeMember {
  readonly groupId: string;
  readonly assignmentId: string;
  readonly memberId: string;
}

/**
 * Reminds a member of a group, as one of its coaches, of an assignment.
 *
 * @throws AppError `not-found`; `done-already` when it waits for a coach or is reviewed; `rate-limited`.
 */
export async function nudgeMember(
  { database, userId, now }: Actor,
  { groupId, assignmentId, memberId }: NudgeMember,
): Promise<Nudged> {
  const told = await inTransaction(database, async (transaction) => {
    if (!(await lockGroupRow(transaction, groupId))) throw new AppError('not-found', NO_GROUP);
    const { group, standing } = await findMemberStanding(transaction, groupId, userId, memberId);
    authorise('nudge-member', standing, NO_GROUP);
    const assignment = await findAssignment(transaction, assignmentId);
    if (assignment?.groupId !== groupId) throw new AppError('not-found', 'This group has no such assignment.');
    const theirs = await findAssignedAttempts(transaction, {
      groupId,
      assignmentIds: [assignmentId],
      userId: memberId,
    });
    const { state } = furthest(theirs, { forCoach: true });
    if (state === 'reviewed') throw new AppError('done-already', 'Their attempt is reviewed already.');
    if (state === 'shared') {
      throw new AppError('done-already', 'They have shared their attempt: it waits for a coach of the group.');
    }
    return sendNudges(transaction, {
      senderId: userId,
      recipientIds: [memberId],
      subject: assignmentSubject(assignmentId),
      notice: {
        kind: 'nudge-assignment',
        by: await findName(transaction, userId),
        assignmentId,
        caseSlug: assignment.caseSlug,
        groupId,
        groupName: group.name,
      },
      now,
    });
  });
  deliverNotices(database, told);
  return { sent: told.length };
}
