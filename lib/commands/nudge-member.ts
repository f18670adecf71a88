import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { assignmentSubject, type Nudged } from '@/lib/core/review/nudge';
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
 * @throws AppError `not-found`, `rate-limited`.
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
