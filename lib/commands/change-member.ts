import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import { authorise } from '@/lib/core/review/access';
import type { MemberRequest } from '@/lib/core/review/group-api';
import { setMemberRole } from '@/lib/db/group-members';
import { findMemberStanding, NO_GROUP } from '@/lib/db/group-standing';
import { setGroupOwner } from '@/lib/db/groups';
import { lockGroupRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

interface ChangeMember extends MemberRequest {
  readonly groupId: string;
  readonly memberId: string;
}

/**
 * Makes a person of a group a coach or a member, or hands the group over to them.
 *
 * @throws AppError `not-found`, `owner-stays`, `owner-decides`; `invalid` for an owner who is no coach.
 */
export async function changeMember(
  { database, userId }: Omit<Actor, 'now'>,
  { groupId, memberId, role, owner }: ChangeMember,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    if (!(await lockGroupRow(transaction, groupId))) throw new AppError('not-found', NO_GROUP);
    const { standing } = await findMemberStanding(transaction, groupId, userId, memberId);
    if (owner) {
      authorise('hand-over-group', standing, NO_GROUP);
      if (role !== 'coach') throw invalid('role', 'The owner is a coach.');
      await setGroupOwner(transaction, groupId, memberId);
    } else {
      authorise(role === 'coach' ? 'make-coach' : 'make-member', standing, NO_GROUP);
    }
    await setMemberRole(transaction, groupId, memberId, role);
  });
}
