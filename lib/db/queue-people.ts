import { Prisma } from '@/.generated/prisma/sqlite/client';
import { nameSpellings } from '@/lib/core/review/name-spellings';
import { type DatabaseClient, engineOf } from './client';
import { findNames } from './people';

/** Whose queue, as far as its people go. */
export interface PeopleScope {
  readonly userId: string;
  /** The groups that they coach. What came by links is theirs besides. */
  readonly groupIds: readonly string[];
  readonly now: Date;
}

export interface QueuePerson {
  readonly id: string;
  readonly name: string;
}

/** What of the requests counts: not one's own, and none that has expired. */
const counts = ({ userId, now }: PeopleScope) =>
  Prisma.sql`"candidateId" <> ${userId} AND ("expiresAt" IS NULL OR "expiresAt" > ${now})`;

const byLink = ({ userId }: PeopleScope) => Prisma.sql`"coachId" = ${userId}`;
const byGroup = (groupId: string) => Prisma.sql`"groupId" = ${groupId}`;
const sourcesOf = (scope: PeopleScope) => [byLink(scope), ...scope.groupIds.map(byGroup)];

/**
 * The people of one source, each once: from one to the next in the index that begins with the source and the person, and past
 * all that lies between, so that it costs as many looks into the index as there are people.
 */
function walk(scope: PeopleScope, source: Prisma.Sql, limit: number): Prisma.Sql {
  const first = (after: Prisma.Sql) => Prisma.sql`(
    SELECT "candidateId" FROM "ReviewRequest" WHERE ${source} AND "candidateId" > ${after} AND ${counts(scope)}
    ORDER BY "candidateId" LIMIT 1)`;
  return Prisma.sql`SELECT "id" FROM (
    WITH RECURSIVE "person" ("id", "number") AS (
      SELECT ${first(Prisma.sql`''`)}, 1
      UNION ALL
      SELECT ${first(Prisma.sql`"person"."id"`)}, "person"."number" + 1 FROM "person"
      WHERE "person"."id" IS NOT NULL AND "person"."number" < ${limit})
    SELECT "id" FROM "person" WHERE "id" IS NOT NULL) AS "people"`;
}

/** The people whose attempts are in a queue, reviewed or not: at least `limit` of them when there are so many. */
function everybodyStatement(scope: PeopleScope, limit: number): Prisma.Sql {
  const walks = sourcesOf(scope).map((source) => walk(scope, source, limit));
  return Prisma.sql`SELECT "id" FROM (${Prisma.join(walks, ' UNION ')}) AS "everybody" LIMIT ${limit}`;
}

/** SQLite joins at most 500 of them. */
const STATEMENTS_AT_ONCE = 100;

/** A limit that nobody reaches: with one PostgreSQL looks each name up once, and not for every spelling. */
const MOST_KNOWN = 1_000_000;
/** Among how many people by links a name is looked for. Of groups it is all. */
const MOST_BY_LINK = 2000;

/** Those of them whose name has these words in it, in one spelling or another. */
function searchStatement(
  scope: PeopleScope,
  spellings: readonly string[],
  limit: number,
  like: Prisma.Sql,
): Prisma.Sql {
  // Whoever shares with a group is in it: a few hundred rows of an index, whatever waits.
  const known = Prisma.join(
    [
      walk(scope, byLink(scope), MOST_BY_LINK),
      ...scope.groupIds.map((id) => Prisma.sql`SELECT "userId" AS "id" FROM "GroupMember" WHERE "groupId" = ${id}`),
    ],
    ' UNION ',
  );
  const spelt = Prisma.join(
    spellings.map((one) => Prisma.sql`"name" ${like} ${`%${one.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`),
    ' OR ',
  );
  // One by one, and only of those whose name fits. PostgreSQL would make a join of what exists, and read all requests for it.
  const waits = Prisma.join(
    sourcesOf(scope).map(
      (source) => Prisma.sql`(
        SELECT 1 FROM "ReviewRequest" WHERE ${source} AND "candidateId" = "named"."id" AND ${counts(scope)} LIMIT 1
      ) IS NOT NULL`,
    ),
    ' OR ',
  );
  return Prisma.sql`SELECT "id", "name" FROM (
      SELECT "id", (SELECT "name" FROM "User" WHERE "User"."id" = "known"."id") AS "name" FROM (${known}) AS "known"
      LIMIT ${MOST_KNOWN}
    ) AS "named"
    WHERE (${spelt}) AND (${waits}) ORDER BY "name", "id" LIMIT ${limit}`;
}

/** The statement that finds the people of a queue: all, or those whose name has these words in it. */
export function peopleStatement(
  database: DatabaseClient,
  scope: PeopleScope,
  words: string,
  limit: number,
): Prisma.Sql {
  if (words.trim() === '') return everybodyStatement(scope, limit);
  // SQLite's LIKE knows the cases of a to z; what PostgreSQL's knows depends on where it was set up.
  const like = engineOf(database) === 'sqlite' ? Prisma.sql`LIKE` : Prisma.sql`ILIKE`;
  return searchStatement(scope, nameSpellings(words), limit, like);
}

const byName = (a: QueuePerson, b: QueuePerson) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * The people whose attempts are in a queue, by name; some `limit` of them when there are more.
 *
 * @param words that the name has in it; without any, everybody.
 */
export async function findQueuePeople(
  database: DatabaseClient,
  scope: PeopleScope,
  words: string,
  limit: number,
): Promise<QueuePerson[]> {
  const rows = await database.$queryRaw<{ id: string }[]>(peopleStatement(database, scope, words, limit));
  const names = await findNames(
    database,
    rows.map(({ id }) => id),
  );
  return [...names].map(([id, name]) => ({ id, name })).sort(byName);
}

/** What of the last request of a person there is to tell them by. */
export interface LastGiven {
  readonly caseSlug: string;
  readonly requestedAt: Date;
}

/** The last that each of these people gave to a queue, reviewed or not; who is not in it is left out. */
export async function findLastGiven(
  database: DatabaseClient,
  scope: PeopleScope,
  personIds: readonly string[],
): Promise<Map<string, LastGiven>> {
  if (personIds.length === 0) return new Map();
  const ofEach = personIds.flatMap((personId) =>
    sourcesOf(scope).map(
      (source) => Prisma.sql`SELECT * FROM (
        SELECT "candidateId", "caseSlug", "requestedAt" FROM "ReviewRequest"
        WHERE ${source} AND "candidateId" = ${personId} AND ${counts(scope)} ORDER BY "requestedAt" DESC LIMIT 1) AS "last"`,
    ),
  );
  const last = new Map<string, LastGiven>();
  // So many at once as an engine takes in one statement.
  for (let from = 0; from < ofEach.length; from += STATEMENTS_AT_ONCE) {
    const some = Prisma.join(ofEach.slice(from, from + STATEMENTS_AT_ONCE), ' UNION ALL ');
    const rows = await database.$queryRaw<({ candidateId: string } & LastGiven)[]>(some);
    for (const { candidateId, caseSlug, requestedAt } of rows) {
      const known = last.get(candidateId);
      if (!known || known.requestedAt < requestedAt) last.set(candidateId, { caseSlug, requestedAt });
    }
  }
  return last;
}

/** The name of somebody in a queue; null for whoever is not in it. */
export async function findQueuePerson(
  database: DatabaseClient,
  scope: PeopleScope,
  personId: string,
): Promise<QueuePerson | null> {
  const row = await database.reviewRequest.findFirst({
    where: {
      candidateId: personId,
      OR: [{ coachId: scope.userId }, { groupId: { in: [...scope.groupIds] } }],
      AND: { OR: [{ expiresAt: null }, { expiresAt: { gt: scope.now } }] },
    },
    select: { candidateId: true, candidate: { select: { name: true } } },
  });
  return row && { id: row.candidateId, name: row.candidate.name };
}
