import { AppError } from '@/lib/core/app-error';
import type { GroupStanding, MemberStanding } from '@/lib/core/review/access';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { isAttemptId } from './own-attempt';
import { fromStorableText } from './storable-text';

type Client = DatabaseClient | DatabaseTransaction;

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly inviteToken: string;
  readonly createdAt: Date;
}

/** The same words for a group that does not exist and for one that somebody is not in. */
export const NO_GROUP = 'There is no such group, or you are not in it.';

/**
 * How somebody stands to a group, and the group.
 *
 * @throws AppError `not-found` when there is no such group.
 */
export async function findGroupStanding(
  database: Client,
  groupId: string,
  userId: string,
): Promise<{ group: GroupRow; standing: GroupStanding }> {
  const row = isAttemptId(groupId) ? await database.group.findUnique({ where: { id: groupId } }) : null;
  if (row === null) throw new AppError('not-found', NO_GROUP);
  const group = { ...row, name: fromStorableText(row.name) };
  return { group, standing: { isGuest: false, role: await roleIn(database, group, userId) } };
}

/** The same before one person of the group. */
export async function findMemberStanding(
  database: Client,
  groupId: string,
  userId: string,
  targetId: string,
): Promise<{ group: GroupRow; standing: MemberStanding }> {
  const { group, standing } = await findGroupStanding(database, groupId, userId);
  const target = isAttemptId(targetId) ? await roleIn(database, group, targetId) : 'none';
  return { group, standing: { ...standing, isSelf: targetId === userId, target } };
}

async function roleIn(database: Client, group: GroupRow, userId: string): Promise<GroupStanding['role']> {
  const found = await database.groupMember.findUnique({
    where: { groupId_userId: { groupId: group.id, userId } },
    select: { role: true },
  });
  if (found === null) return 'none';
  return group.ownerId === userId ? 'owner' : found.role;
}
