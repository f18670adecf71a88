import type { DatabaseClient, DatabaseTransaction } from './client';
import type { GroupRow } from './group-standing';
import { isAttemptId } from './own-attempt';
import { fromStorableText, toStorableText } from './storable-text';

type Client = DatabaseClient | DatabaseTransaction;

/** Stores a group, and its owner as its first coach. */
export async function insertGroup(transaction: DatabaseTransaction, group: GroupRow): Promise<void> {
  await transaction.group.create({
    data: {
      ...group,
      name: toStorableText(group.name),
      members: { create: { userId: group.ownerId, role: 'coach', joinedAt: group.createdAt } },
    },
    select: { id: true },
  });
}

export async function findGroupByToken(database: Client, inviteToken: string): Promise<GroupRow | null> {
  const row = isAttemptId(inviteToken) ? await database.group.findUnique({ where: { inviteToken } }) : null;
  return row && { ...row, name: fromStorableText(row.name) };
}

export async function setGroupName(database: Client, id: string, name: string): Promise<void> {
  await database.group.updateMany({ where: { id }, data: { name: toStorableText(name) } });
}

/** Makes a new invite link; the one before is dead. */
export async function setInviteToken(database: Client, id: string, inviteToken: string): Promise<void> {
  await database.group.updateMany({ where: { id }, data: { inviteToken } });
}

export async function setGroupOwner(transaction: DatabaseTransaction, id: string, ownerId: string): Promise<void> {
  await transaction.group.updateMany({ where: { id }, data: { ownerId } });
}

/** Deletes a group with its memberships, assignments and requests. Attempts and reviews stay with whoever wrote them. */
export async function deleteGroupRow(transaction: DatabaseTransaction, id: string): Promise<void> {
  await transaction.group.deleteMany({ where: { id } });
}

export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly role: 'coach' | 'member';
  readonly memberCount: number;
  readonly isOwner: boolean;
}

/** The groups that a person is in, by name. */
export async function findGroupsOf(database: Client, userId: string): Promise<Membership[]> {
  const rows = await database.groupMember.findMany({
    where: { userId },
    select: {
      role: true,
      group: { select: { id: true, name: true, ownerId: true, _count: { select: { members: true } } } },
    },
  });
  return rows
    .map(({ role, group }) => ({
      id: group.id,
      name: fromStorableText(group.name),
      role,
      memberCount: group._count.members,
      isOwner: group.ownerId === userId,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

export function countGroupsOf(database: Client, userId: string): Promise<number> {
  return database.groupMember.count({ where: { userId } });
}

/** The groups whose queue is also this person's. */
export async function findCoachedGroups(
  database: Client,
  userId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await database.groupMember.findMany({
    where: { userId, role: 'coach' },
    select: { group: { select: { id: true, name: true } } },
    orderBy: { groupId: 'asc' },
  });
  return rows.map(({ group }) => ({ id: group.id, name: fromStorableText(group.name) }));
}
