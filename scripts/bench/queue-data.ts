import Database from 'better-sqlite3';
import { Client } from 'pg';
import { claimSlot } from '@/lib/core/review/claim-slot';
import { CLAIM_MINUTES } from '@/lib/core/review/review-api';
import type { Settings } from '@/lib/settings';

/*
 * A busy school, made by the database itself: a row for each number of a series, without a round trip for each. Ids are
 * `coach-0`, `learner-17`, `attempt-99999`, so that a measurement can name them.
 */
export const ATTEMPTS = 100_000;
export const COMMENTS = 1_000_000;
const COACHES = 40;
const LEARNERS = 2000;
const CASES = 20;
/** Coached by `coach-0`; as many again are coached by somebody else. */
export const GROUPS = 5;
const COMMENTS_PER_REVIEW = 16;
/** The first so many attempts are reviewed; the others wait. */
const REVIEWED = COMMENTS / COMMENTS_PER_REVIEW;
/** Of those that wait, so many are being reviewed now; in as many the claim has just run out; and so many were begun by `coach-0`. */
const CLAIMS = 300;
const BEGUN = 50;

const SLOT_SECONDS = CLAIM_MINUTES * 60;
/** When it is looked at: in the middle of a slot of claims, so that some of it have run out. */
export const NOW = new Date((claimSlot(new Date()) + 0.5) * SLOT_SECONDS * 1000);

export const COACH = 'coach-0';
export const GROUP = 'group-0';
export const CASE = 'case-3';
export const LEARNER = 'learner-17';

/** The few things that the engines word differently. */
interface Dialect {
  /** A time, from seconds since 1970. */
  readonly time: (seconds: string) => string;
  readonly word: (type: string, value: string) => string;
  readonly json: (value: string) => string;
  readonly truth: (value: boolean) => string;
}

const SQLITE: Dialect = {
  time: (seconds) => `strftime('%Y-%m-%dT%H:%M:%f+00:00', ${seconds}, 'unixepoch')`,
  word: (_, value) => `'${value}'`,
  json: (value) => `'${value}'`,
  truth: (value) => (value ? '1' : '0'),
};

const POSTGRESQL: Dialect = {
  time: (seconds) => `(to_timestamp(${seconds}) AT TIME ZONE 'UTC')`,
  word: (type, value) => `CAST('${value}' AS "${type}")`,
  json: (value) => `'${value}'::jsonb`,
  truth: String,
};

const START_SECONDS = Date.UTC(2025, 0, 1) / 1000;
/** Attempts come in all through a year; five minutes lie between them. */
const at = (i: string) => `${START_SECONDS} + ${i} * 300`;

/** Fills the columns of a table from the numbers 0 to `count` - 1, called `i`. */
function series(into: string, count: number, values: string, where = ''): string {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;
  return `INSERT INTO ${into} ${numbers} SELECT ${values} FROM n ${where}`;
}

function peopleAndGroups({ time, word, truth }: Dialect): string[] {
  const users = (kind: string, count: number) =>
    series(
      '"User" ("id", "name", "email", "isAnonymous", "createdAt", "updatedAt")',
      count,
      `'${kind}-' || i, '${kind} ' || i, '${kind}-' || i || '@example.org', ${truth(false)}, ${time(at('i'))}, ${time(at('i'))}`,
    );
  const members = '"GroupMember" ("groupId", "userId", "role", "joinedAt")';
  const leader = `CASE WHEN i < ${GROUPS} THEN '${COACH}' ELSE 'coach-1' END`;
  return [
    users('coach', COACHES),
    users('learner', LEARNERS),
    series(
      '"Group" ("id", "name", "ownerId", "inviteToken", "createdAt")',
      GROUPS * 2,
      `'group-' || i, 'Group ' || i, ${leader}, 'invite-' || i, ${time(at('i'))}`,
    ),
    series(members, GROUPS * 2, `'group-' || i, ${leader}, ${word('GroupRole', 'coach')}, ${time(at('i'))}`),
    series(
      members,
      LEARNERS * GROUPS * 2,
      `'group-' || (i % ${GROUPS * 2}), 'learner-' || (i / ${GROUPS * 2}), ${word('GroupRole', 'member')}, ${time(at('i'))}`,
    ),
  ];
}

function attemptsAndRequests({ time, word }: Dialect): string[] {
  const learner = `'learner-' || ((i * 7 + i / 1000) % ${LEARNERS})`;
  const slug = `'case-' || ((i / 50) % ${CASES})`;
  const requests = (where: string, groupId: string, coachId: string, shareId: string) =>
    series(
      `"ReviewRequest" ("id", "attemptId", "candidateId", "caseSlug", "note", "requestedAt", "reviewedAt", "groupId", "coachId", "shareId")`,
      ATTEMPTS,
      `'request-' || i, 'attempt-' || i, ${learner}, ${slug}, 'What of the split?', ${time(at('i'))},
       CASE WHEN i < ${REVIEWED} THEN ${time(`${at('i')} + 86400`)} END, ${groupId}, ${coachId}, ${shareId}`,
      where,
    );
  return [
    series(
      '"Attempt" ("id", "userId", "caseSlug", "caseHash", "mode", "level", "createdAt", "updatedAt", "submittedAt")',
      ATTEMPTS,
      `'attempt-' || i, ${learner}, ${slug}, 'hash', ${word('Mode', 'unaided')}, ${word('Level', 'senior')},
       ${time(at('i'))}, ${time(at('i'))}, ${time(at('i'))}`,
    ),
    // Seven of ten wait in the first coach's groups, one came to that coach by a link, two are in other groups.
    requests('WHERE i % 10 < 7', `'group-' || ((i / 10) % ${GROUPS})`, 'NULL', 'NULL'),
    series(
      '"Share" ("id", "attemptId", "token", "note", "createdAt")',
      ATTEMPTS,
      `'share-' || i, 'attempt-' || i, 'token-' || i, '', ${time(at('i'))}`,
      'WHERE i % 10 = 7',
    ),
    requests('WHERE i % 10 = 7', 'NULL', `'${COACH}'`, `'share-' || i`),
    requests('WHERE i % 10 > 7', `'group-' || (${GROUPS} + (i / 10) % ${GROUPS})`, 'NULL', 'NULL'),
  ];
}

function reviewsAndComments({ time, word, json }: Dialect, nowSeconds: number): string[] {
  const quote = json('{"slot":"data","path":"text","start":0,"end":9,"text":"at random"}');
  const review = `(i / ${COMMENTS_PER_REVIEW})`;
  return [
    series(
      '"Review" ("id", "attemptId", "coachId", "coachName", "createdAt", "claimedUntil", "publishedAt")',
      REVIEWED,
      `'review-' || i, 'attempt-' || i, 'coach-' || (i % ${COACHES}), 'Coach', ${time(at('i'))}, ${time(at('i'))},
       ${time(`${at('i')} + 86400`)}`,
    ),
    // Of those that wait one in fifty or so is claimed or was, in turns by tens, from the longest waiting on.
    series(
      '"Review" ("id", "attemptId", "coachId", "coachName", "createdAt", "claimedUntil")',
      CLAIMS * 2 + BEGUN,
      `'draft-' || i, 'attempt-' || (${REVIEWED} + i * 57),
       CASE WHEN i < ${CLAIMS * 2} THEN 'coach-' || (1 + i % ${COACHES - 1}) ELSE '${COACH}' END, 'Coach', ${time(String(nowSeconds))},
       CASE WHEN i < ${CLAIMS * 2} AND (i / 10) % 2 = 0 THEN ${time(`${nowSeconds} + 1 + i * 2`)} ELSE ${time(`${nowSeconds} - i`)} END`,
    ),
    // As claiming does.
    ...[0, 1].map((later) => {
      const from = (claimSlot(NOW) + later) * SLOT_SECONDS;
      return `UPDATE "ReviewRequest" SET "claimSlot" = ${claimSlot(NOW) + later} WHERE "attemptId" IN (
        SELECT "attemptId" FROM "Review" WHERE "publishedAt" IS NULL
          AND "claimedUntil" >= ${time(String(from))} AND "claimedUntil" < ${time(String(from + SLOT_SECONDS))})`;
    }),
    series(
      '"ReviewComment" ("id", "reviewId", "attemptId", "position", "kind", "step", "quote", "text", "state", "changedAt")',
      COMMENTS,
      `'comment-' || i, 'review-' || ${review}, 'attempt-' || ${review}, i % ${COMMENTS_PER_REVIEW}, 'gap', 'data', ${quote},
       'Split by time, so that nothing of tomorrow is known today.', ${word('CommentState', 'open')}, ${time(at(review))}`,
    ),
  ];
}

function statements(dialect: Dialect): string[] {
  const nowSeconds = NOW.getTime() / 1000;
  return [...peopleAndGroups(dialect), ...attemptsAndRequests(dialect), ...reviewsAndComments(dialect, nowSeconds)];
}

/** Fills a migrated, empty database. Nobody else may be using it. */
export async function fillQueue({ engine, databaseUrl }: Pick<Settings, 'engine' | 'databaseUrl'>): Promise<void> {
  if (engine === 'sqlite') {
    const database = new Database(databaseUrl.slice('file:'.length));
    // What is made fits together: looking each row up, and waiting for the disk, would only take time.
    database.pragma('foreign_keys = OFF');
    database.pragma('synchronous = OFF');
    for (const statement of statements(SQLITE)) database.exec(statement);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    return;
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = 'replica'");
    for (const statement of statements(POSTGRESQL)) await client.query(statement);
    // As autovacuum does by itself.
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
