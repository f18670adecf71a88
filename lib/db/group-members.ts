import type { DatabaseClient, DatabaseTransaction } from './client';

type Client = DatabaseClient | DatabaseTransaction;

export interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly role: 'coach' | 'member';
  readonly joinedAt: Date;
}

/** The people of a group, the first one first. */
export async function findMembers(database: Client, groupId: string): Promise<MemberRow[]> {
  const rows = await database.groupMember.findMany({
    where: { groupId },
    select: { userId: true, role: true, joinedAt: true, user: { select: { name: true } } },
    orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
  });
  return rows.map(({ user, ...row }) => ({ ...row, name: user.name }));
}

/** The coaches of some groups, each once. */
export async function findCoachesOf(
  database: Client,
  groupIds: readonly string[],
): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await database.user.findMany({
    where: { memberships: { some: { groupId: { in: [...groupIds] }, role: 'coach' } } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  return rows;
}

export function countMembers(database: Client, groupId: string): Promise<number> {
  return database.groupMember.count({ where: { groupId } });
}

export async function insertMember(
  transaction: DatabaseTransaction,
  { groupId, userId, joinedAt }: { readonly groupId: string; readonly userId: string; readonly joinedAt: Date },
): Promise<void> {
  await transaction.groupMember.create({
    data: { groupId, userId, role: 'member', joinedAt },
    select: { groupId: true },
  });
}

export async function deleteMember(transaction: DatabaseTransaction, groupId: string, userId: string): Promise<void> {
  await transaction.groupMember.deleteMany({ where: { groupId, userId } });
}

export async function setMemberRole(
  transaction: DatabaseTransaction,
  groupId: string,
  userId: string,
  role: 'coach' | 'member',
): Promise<void> {
  await transaction.groupMember.updateMany({ where: { groupId, userId }, data: { role } });
}
