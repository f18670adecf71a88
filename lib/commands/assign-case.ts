import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import { authorise } from '@/lib/core/review/access';
import { type AssignmentRequest, MAX_ASSIGNMENTS } from '@/lib/core/review/group-api';
import { type AssignmentRow, countAssignments, insertAssignment } from '@/lib/db/assignments';
import { findMembers } from '@/lib/db/group-members';
import { findGroupStanding, NO_GROUP } from '@/lib/db/group-standing';
import { addNotices } from '@/lib/db/notices';
import { findName } from '@/lib/db/people';
import { lockGroupRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { deliverNotices } from './deliver-notices';
import { openCase } from './open-case';

/**
 * Asks the members of a group to work a case, and tells them.
 *
 * @throws AppError `not-found`, `case-broken`; `invalid` when the case is not for that level, it would be due at once, or
 * there are too many.
 */
export async function assignCase(
  { database, userId, now }: Actor,
  groupId: string,
  { caseSlug, mode, level, dueAt, note }: AssignmentRequest,
): Promise<AssignmentRow> {
  const assignment: AssignmentRow = {
    id: randomUUID(),
    groupId,
    caseSlug,
    mode,
    level,
    note,
    dueAt: dueAt === null ? null : new Date(dueAt),
    createdAt: now,
  };
  const told = await inTransaction(database, async (transaction) => {
    if (!(await lockGroupRow(transaction, groupId))) throw new AppError('not-found', NO_GROUP);
    const { group, standing } = await findGroupStanding(transaction, groupId, userId);
    authorise('lead-group', standing, NO_GROUP);
    if (assignment.dueAt !== null && assignment.dueAt.getTime() <= now.getTime()) {
      throw invalid('dueAt', 'Choose a time to come.');
    }
    openCase(caseSlug, level);
    if ((await countAssignments(transaction, groupId)) >= MAX_ASSIGNMENTS) {
      throw invalid('group', `A group has at most ${MAX_ASSIGNMENTS} assignments. Delete one first.`);
    }
    await insertAssignment(transaction, assignment);
    const by = await findName(transaction, userId);
    const members = (await findMembers(transaction, groupId)).filter((member) => member.userId !== userId);
    return addNotices(
      transaction,
      members.map((member) => ({
        userId: member.userId,
        createdAt: now,
        notice: {
          kind: 'assigned',
          by,
          assignmentId: assignment.id,
          caseSlug,
          dueAt: assignment.dueAt?.toISOString() ?? null,
          groupId,
          groupName: group.name,
        },
      })),
    );
  });
  deliverNotices(database, told);
  return assignment;
}
