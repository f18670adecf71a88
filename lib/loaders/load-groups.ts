import type { GroupList } from '@/lib/core/review/group-api';
import { findGroupsOf } from '@/lib/db/groups';
import type { Reader } from './reader';

/** The groups that one is in, by name. */
export async function loadGroups({ database, userId }: Reader): Promise<GroupList> {
  return { groups: await findGroupsOf(database, userId) };
}
