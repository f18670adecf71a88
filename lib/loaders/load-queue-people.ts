import { findCase } from '@/lib/content/library';
import { sharedNames } from '@/lib/core/review/people-names';
import { LISTED_PEOPLE, type QueuePeople } from '@/lib/core/review/queue-api';
import { findCoachedGroups } from '@/lib/db/groups';
import {
  findLastGiven,
  findQueuePeople,
  findQueuePerson,
  type PeopleScope,
  type QueuePerson,
} from '@/lib/db/queue-people';
import type { Reader } from './reader';

async function scopeOf({ database, userId }: Reader, now: Date): Promise<PeopleScope> {
  const groups = await findCoachedGroups(database, userId);
  return { userId, groupIds: groups.map(({ id }) => id), now };
}

/**
 * The people whose attempts are in one's queue, reviewed or not, by name: all of them, or those whose name has the words in it;
 * and whether there are more than are listed. People of one name come with what they gave last, to be told apart by.
 */
export async function loadQueuePeople(reader: Reader, words: string, now: Date): Promise<QueuePeople> {
  const scope = await scopeOf(reader, now);
  const found = await findQueuePeople(reader.database, scope, words, LISTED_PEOPLE + 1);
  const listed = found.slice(0, LISTED_PEOPLE);
  const given = await findLastGiven(reader.database, scope, sharedNames(listed));
  const people = listed.map(({ id, name }) => {
    const last = given.get(id);
    if (!last) return { id, name, lastGiven: null };
    const { caseSlug: slug, requestedAt } = last;
    return {
      id,
      name,
      lastGiven: { case: { slug, title: findCase(slug)?.title ?? null }, at: requestedAt.toISOString() },
    };
  });
  return { people, hasMore: found.length > LISTED_PEOPLE };
}

/** Somebody in one's queue; null for anybody else, whose name is no business of a coach. */
export async function loadQueuePerson(reader: Reader, personId: string, now: Date): Promise<QueuePerson | null> {
  return findQueuePerson(reader.database, await scopeOf(reader, now), personId);
}
