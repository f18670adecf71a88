import { authorise } from '@/lib/core/review/access';
import { findGroupStanding, NO_GROUP } from '@/lib/db/group-standing';
import { setGroupName } from '@/lib/db/groups';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

/** @throws AppError `not-found`. */
export async function renameGroup(
  { database, userId }: Omit<Actor, 'now'>,
  groupId: string,
  name: string,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { standing } = await findGroupStanding(transaction, groupId, userId);
    authorise('lead-group', standing, NO_GROUP);
    await setGroupName(transaction, groupId, name);
  });
}
