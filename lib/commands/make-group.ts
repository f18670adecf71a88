import { randomUUID } from 'node:crypto';
import { invalid } from '@/lib/core/issues';
import { authorise } from '@/lib/core/review/access';
import { MAX_GROUPS } from '@/lib/core/review/group-api';
import type { GroupRow } from '@/lib/db/group-standing';
import { countGroupsOf, insertGroup } from '@/lib/db/groups';
import { findIsGuest } from '@/lib/db/people';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { newToken } from './create-share';

/**
 * Makes a group, of which one is the owner and the first coach.
 *
 * @throws AppError `needs-account`; `invalid` when one is in too many.
 */
export async function makeGroup({ database, userId, now }: Actor, name: string): Promise<GroupRow> {
  const group: GroupRow = { id: randomUUID(), name, ownerId: userId, inviteToken: newToken(), createdAt: now };
  await inTransaction(database, async (transaction) => {
    authorise('make-group', { isGuest: await findIsGuest(transaction, userId) });
    if ((await countGroupsOf(transaction, userId)) >= MAX_GROUPS) throw tooManyGroups();
    await insertGroup(transaction, group);
  });
  return group;
}

export const tooManyGroups = () => invalid('group', `You are in ${MAX_GROUPS} groups. Leave one first.`);
