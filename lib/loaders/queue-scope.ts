import { authorise } from '@/lib/core/review/access';
import type { QueueQuery } from '@/lib/core/review/queue-api';
import { findGroupStanding, NO_GROUP } from '@/lib/db/group-standing';
import { findCoachedGroups } from '@/lib/db/groups';
import type { QueueScope } from '@/lib/db/review-queue';
import type { Reader } from './reader';

/**
 * What of the queue somebody asks for: their links and the groups they coach, or one of those groups.
 *
 * @returns also the names of those groups, by id.
 * @throws AppError `not-found` for a group that they do not coach.
 */
export async function findQueueScope(
  { database, userId }: Reader,
  query: Pick<QueueQuery, 'group' | 'case' | 'person'>,
  now: Date,
): Promise<{ scope: QueueScope; groupNames: ReadonlyMap<string, string> }> {
  const filters = { userId, caseSlug: query.case, candidateId: query.person, now };
  if (query.group !== undefined) {
    const { group, standing } = await findGroupStanding(database, query.group, userId);
    authorise('lead-group', standing, NO_GROUP);
    return {
      scope: { ...filters, byLink: false, groupIds: [group.id] },
      groupNames: new Map([[group.id, group.name]]),
    };
  }
  const groups = await findCoachedGroups(database, userId);
  return {
    scope: { ...filters, byLink: true, groupIds: groups.map(({ id }) => id) },
    groupNames: new Map(groups.map(({ id, name }) => [id, name])),
  };
}
