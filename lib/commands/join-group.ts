import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import { authorise } from '@/lib/core/review/access';
import { MAX_GROUPS, MAX_MEMBERS } from '@/lib/core/review/group-api';
import { countMembers, findCoachesOf, insertMember } from '@/lib/db/group-members';
import { findGroupStanding } from '@/lib/db/group-standing';
import { countGroupsOf, findGroupByToken } from '@/lib/db/groups';
import { addNotices } from '@/lib/db/notices';
import { findIsGuest, findName } from '@/lib/db/people';
import { lockGroupRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { deliverNotices } from './deliver-notices';
import { tooManyGroups } from './make-group';

const NO_INVITE = 'There is nothing behind this link. It may have been replaced by a new one.';

/**
 * Joins the group of an invite link. Whoever is in it already stays what they are.
 *
 * @returns the id of the group.
 * @throws AppError `not-found` for a link that is dead; `needs-account`; `invalid` when the group is full.
 */
export async function joinGroup({ database, userId, now }: Actor, token: string): Promise<string> {
  const found = await findGroupByToken(database, token);
  if (found === null) throw new AppError('not-found', NO_INVITE);
  const groupId = found.id;
  const told = await inTransaction(database, async (transaction) => {
    if (!(await lockGroupRow(transaction, groupId))) throw new AppError('not-found', NO_INVITE);
    const { group, standing } = await findGroupStanding(transaction, groupId, userId);
    if (group.inviteToken !== token) throw new AppError('not-found', NO_INVITE);
    authorise('join-group', { isGuest: await findIsGuest(transaction, userId) });
    if (standing.role !== 'none') return [];
    if ((await countGroupsOf(transaction, userId)) >= MAX_GROUPS) throw tooManyGroups();
    if ((await countMembers(transaction, groupId)) >= MAX_MEMBERS) {
      throw invalid('group', `This group has ${MAX_MEMBERS} members, and no room for more.`);
    }
    await insertMember(transaction, { groupId, userId, joinedAt: now });
    const by = await findName(transaction, userId);
    const coaches = await findCoachesOf(transaction, [groupId]);
    return addNotices(
      transaction,
      coaches.map((coach) => ({
        userId: coach.id,
        createdAt: now,
        notice: { kind: 'joined', by, groupId, groupName: group.name },
      })),
    );
  });
  deliverNotices(database, told);
  return groupId;
}
