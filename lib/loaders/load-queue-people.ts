import { LISTED_PEOPLE, type QueuePeople } from '@/lib/core/review/queue-api';
import { findCoachedGroups } from '@/lib/db/groups';
import { findQueuePeople, findQueuePerson, type PeopleScope } from '@/lib/db/queue-people';
import type { Reader } from './reader';

async function scopeOf({ database, userId }: Reader, now: Date): Promise<PeopleScope> {
  const groups = await findCoachedGroups(database, userId);
  return { userId, groupIds: groups.map(({ id }) => id), now };
}

/**
 * The people whose attempts are in one's queue, reviewed or not, by name: all of them, or those whose name has the words in it;
 * and whether there are more than are listed.
 */
export async function loadQueuePeople(reader: Reader, words: string, now: Date): Promise<QueuePeople> {
  const scope = await scopeOf(reader, now);
  const found = await findQueuePeople(reader.database, scope, words, LISTED_PEOPLE + 1);
  return { people: found.slice(0, LISTED_PEOPLE), hasMore: found.length > LISTED_PEOPLE };
}

/** Somebody in one's queue; null for anybody else, whose name is no business of a coach. */
export async function loadQueuePerson(
  reader: Reader,
  personId: string,
  now: Date,
): Promise<QueuePeople['people'][number] | null> {
  return findQueuePerson(reader.database, await scopeOf(reader, now), personId);
}
