import type { InvitePreview } from '@/lib/core/review/group-api';
import type { DatabaseClient } from '@/lib/db/client';
import { countMembers, findCoachesOf } from '@/lib/db/group-members';
import { findGroupStanding } from '@/lib/db/group-standing';
import { findGroupByToken } from '@/lib/db/groups';

interface InviteReader {
  readonly database: DatabaseClient;
  /** Null for somebody without a session. */
  readonly userId: string | null;
}

/** Which group an invite link leads to; null when it is dead. Changes nothing. */
export async function loadInvitePreview(
  { database, userId }: InviteReader,
  token: string,
): Promise<InvitePreview | null> {
  const group = await findGroupByToken(database, token);
  if (group === null) return null;
  const [coaches, memberCount, standing] = await Promise.all([
    findCoachesOf(database, [group.id]),
    countMembers(database, group.id),
    userId === null ? null : findGroupStanding(database, group.id, userId),
  ]);
  return {
    groupName: group.name,
    coaches: coaches.map(({ name }) => name),
    memberCount,
    groupId: standing && standing.standing.role !== 'none' ? group.id : null,
  };
}
