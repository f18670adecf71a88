import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileContent } from '@/lib/content/compile/compile-content';
import { COMPILED_FOLDER } from '@/lib/content/library';
import { liveClaimSlots } from '@/lib/core/review/claim-slot';
import { LISTED_PEOPLE, QUEUE_PAGE_SIZE, type QueueQuery } from '@/lib/core/review/queue-api';
import { parseQueueCursor, queueCursor } from '@/lib/core/review/queue-cursor';
import { type DatabaseClient, openDatabase } from '@/lib/db/client';
import { applyMigrations } from '@/lib/db/migrate';
import { findPeoplePlan, findQueuePlan, type PlanStep } from '@/lib/db/queue-plan';
import type { QueuePart } from '@/lib/db/review-queue';
import { loadNextInQueue } from '@/lib/loaders/load-next-in-queue';
import { loadQueue } from '@/lib/loaders/load-queue';
import { loadQueuePeople } from '@/lib/loaders/load-queue-people';
import { findQueueScope } from '@/lib/loaders/queue-scope';
import { type Engine, readSettings } from '@/lib/settings';
import { startPostgres } from '@/tests/postgres-server';
import { ATTEMPTS, CASE, COACH, COMMENTS, fillQueue, GROUP, GROUPS, LEARNER, NOW } from './queue-data';
import type { Bar, Findings, Table } from './report';
import { grouped, median, percentile } from './statistics';

/*
 * The coach's queue with a busy school in the database: what a page costs with all that it shows, first and deep, by each filter,
 * and whether the plans stay within the ranges of their indexes.
 */
const RUNS = 150;
const WARM_UP = 15;
const MEDIAN_BAR_MS = 50;
/** A range may look past what it leaves out: claims, drafts, what is one's own. Not past more than these. */
const MOST_ROWS = 1000;
/** Rows of a group behind which a page counts as deep; of what is claimed or was just now, rows of all. */
const DEEP = 2500;
const DEEP_CLAIMED = 300;

interface Page {
  readonly name: string;
  readonly query: QueueQuery;
  /** Which statement it is, to be explained. */
  readonly part: QueuePart;
}

async function pagesOf(database: DatabaseClient): Promise<Page[]> {
  const deep = async (reviewed: boolean) => {
    const row = await database.reviewRequest.findFirstOrThrow({
      where: { groupId: GROUP, reviewedAt: reviewed ? { not: null } : null },
      orderBy: reviewed ? { reviewedAt: 'desc' } : { requestedAt: 'asc' },
      skip: DEEP,
    });
    return queueCursor(row);
  };
  const [waiting, published] = [await deep(false), await deep(true)];
  const claimed = queueCursor(
    await database.reviewRequest.findFirstOrThrow({
      where: { claimSlot: { not: null } },
      orderBy: { requestedAt: 'asc' },
      skip: DEEP_CLAIMED,
    }),
  );
  return [
    { name: 'everything open', query: {}, part: 'open' },
    { name: 'everything open, deep', query: { cursor: waiting }, part: 'open' },
    { name: 'waiting', query: { state: 'waiting' }, part: 'waiting' },
    { name: 'waiting, deep', query: { state: 'waiting', cursor: waiting }, part: 'waiting' },
    { name: 'claimed', query: { state: 'claimed' }, part: 'claimed' },
    { name: 'claimed, deep', query: { state: 'claimed', cursor: claimed }, part: 'claimed' },
    { name: 'mine', query: { state: 'mine' }, part: 'mine' },
    { name: 'published', query: { state: 'published' }, part: 'published' },
    { name: 'published, deep', query: { state: 'published', cursor: published }, part: 'published' },
    { name: 'one group', query: { group: GROUP }, part: 'open' },
    { name: 'one group, waiting, deep', query: { group: GROUP, state: 'waiting', cursor: waiting }, part: 'waiting' },
    { name: 'one case', query: { case: CASE }, part: 'open' },
    { name: 'one person', query: { person: LEARNER }, part: 'open' },
    { name: 'one case, published', query: { case: CASE, state: 'published' }, part: 'published' },
    { name: 'one person, published', query: { person: LEARNER, state: 'published' }, part: 'published' },
    { name: 'one group and case', query: { group: GROUP, case: CASE }, part: 'open' },
    { name: 'one group, claimed', query: { group: GROUP, state: 'claimed' }, part: 'claimed' },
    { name: 'one case, claimed', query: { case: CASE, state: 'claimed' }, part: 'claimed' },
  ];
}

async function time(work: () => Promise<unknown>): Promise<number[]> {
  const millis: number[] = [];
  for (let run = -WARM_UP; run < RUNS; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) millis.push(performance.now() - start);
  }
  return millis;
}

/** Which of its indexes a page's ranges may be of: the one that its filter begins, or for a claim, where claims are. */
function fittingIndex({ query: { case: slug, person }, part }: Page): RegExp {
  if (part === 'mine') return /^ReviewRequest_(?:attemptId|groupId_attemptId)_/;
  const filters = [...(slug ? ['caseSlug'] : []), ...(person ? ['candidateId'] : [])];
  const first = filters.length === 0 ? 'reviewedAt' : `(?:${filters.join('|')})`;
  return new RegExp(`^ReviewRequest_(?:coachId|groupId)_${part === 'claimed' ? 'claimSlot' : first}_`);
}

/** How many ranges a page is made of. */
function expectedRanges({ query, part }: Page): number {
  if (part === 'mine') return 1;
  const sources = query.group ? 1 : GROUPS + 1;
  return part === 'claimed' ? sources * liveClaimSlots(NOW).length : sources;
}

/** What is wrong with a plan; empty when it keeps to its indexes. */
function faults(plan: readonly PlanStep[], page: Page): string[] {
  const expected = expectedRanges(page);
  const most = expected * (QUEUE_PAGE_SIZE + 1);
  const ranges = plan.filter((step) => step.index?.startsWith('ReviewRequest_'));
  const fitting = fittingIndex(page);
  // Only what the ranges gave may be put in order; and what somebody has begun, which is theirs alone.
  const sortsTooMuch = (step: PlanStep) =>
    page.part === 'mine' ? (step.rows ?? 0) > MOST_ROWS : step.isBounded === false || (step.rows ?? 0) > most;
  return [
    ...(ranges.length === expected ? [] : [`${ranges.length} ranges for ${expected}`]),
    ...plan.filter((step) => step.scansAll).map((step) => `scans all: ${step.text}`),
    ...plan.filter((step) => (step.rows ?? 0) > MOST_ROWS).map((step) => `reads too much: ${step.text}`),
    ...plan.filter((step) => step.sorts && sortsTooMuch(step)).map((step) => `sorts: ${step.text}`),
    ...ranges.filter((step) => !fitting.test(step.index ?? '')).map((step) => `another index: ${step.text}`),
  ];
}

interface MeasuredPage {
  readonly name: string;
  readonly items: number;
  readonly millis: readonly number[];
  readonly plan: readonly PlanStep[];
  readonly faults: readonly string[];
}

interface Measured {
  readonly engine: Engine;
  readonly fillMs: number;
  readonly pages: readonly MeasuredPage[];
}

async function measurePage(database: DatabaseClient, page: Page): Promise<MeasuredPage> {
  const { name, query, part } = page;
  const reader = { database, userId: COACH };
  const { items } = await loadQueue(reader, query, NOW);
  const { scope } = await findQueueScope(reader, query, NOW);
  const after = parseQueueCursor(query.cursor ?? '') ?? null;
  const plan = await findQueuePlan(database, scope, part, after, QUEUE_PAGE_SIZE + 1);
  return {
    name,
    items: items.length,
    millis: await time(() => loadQueue(reader, query, NOW)),
    plan,
    faults: faults(plan, page),
  };
}

/** A name that one in a hundred has, and one that one in two thousand has. */
const NAMES = ['learner 17', 'LEARNER 1717'];

/** Whom a coach may choose: the first of everybody, and those of a name. */
async function measurePeople(database: DatabaseClient): Promise<MeasuredPage[]> {
  const reader = { database, userId: COACH };
  const { scope } = await findQueueScope(reader, {}, NOW);
  const measured: MeasuredPage[] = [];
  for (const words of ['', ...NAMES]) {
    const plan = await findPeoplePlan(database, scope, words, LISTED_PEOPLE + 1);
    const load = () => loadQueuePeople(reader, words, NOW);
    measured.push({
      name: words === '' ? 'people' : `people called ${words}`,
      items: (await load()).people.length,
      millis: await time(load),
      plan,
      faults: plan.flatMap((step) => [
        ...(step.scansAll ? [`scans all: ${step.text}`] : []),
        ...(step.index?.startsWith('ReviewRequest_') && !step.index.includes('_candidateId_')
          ? [`another index: ${step.text}`]
          : []),
      ]),
    });
  }
  return measured;
}

async function measureOn(engine: Engine, databaseUrl: string): Promise<Measured> {
  const settings = readSettings({ DATABASE_URL: databaseUrl });
  await applyMigrations(settings);
  const start = performance.now();
  await fillQueue(settings);
  const fillMs = performance.now() - start;
  const database = openDatabase(settings);
  try {
    const pages: MeasuredPage[] = [];
    for (const page of await pagesOf(database)) pages.push(await measurePage(database, page));
    const next = () => loadNextInQueue({ database, userId: COACH }, null, NOW);
    pages.push(...(await measurePeople(database)));
    pages.push({ name: 'next', items: 1, millis: await time(next), plan: [], faults: [] });
    return { engine, fillMs, pages };
  } finally {
    await database.$disconnect();
  }
}

function planWord({ plan, faults: wrong }: MeasuredPage): string {
  if (plan.length === 0) return 'not looked at';
  return wrong.length === 0 ? 'index ranges' : wrong.join('; ');
}

const timesTable = ({ engine, fillMs, pages }: Measured): Table => ({
  caption:
    `A page of the queue on ${engine}, in milliseconds (${RUNS} runs; ${grouped(ATTEMPTS)} attempts and ${grouped(COMMENTS)} ` +
    `comments, made in ${grouped(fillMs / 1000, 1)} s)`,
  columns: ['page', 'items', 'median', 'p99', 'plan'],
  rows: pages.map((page) => [
    page.name,
    String(page.items),
    grouped(median(page.millis), 1),
    grouped(percentile(page.millis, 99), 1),
    planWord(page),
  ]),
});

const EXPLAINED = ['one group, waiting, deep', 'one group and case', 'one group, claimed', 'mine'];

const planTable = ({ engine, pages }: Measured): Table => ({
  caption: `Plans on ${engine}`,
  columns: ['page', 'step'],
  rows: pages
    .filter(({ name }) => EXPLAINED.includes(name))
    .flatMap(({ name, plan }) => plan.map((step) => [name, `${'· '.repeat(step.depth)}${step.text}`])),
});

function barsOf({ engine, pages }: Measured): Bar[] {
  const slowest = pages.reduce((slow, page) => (median(page.millis) > median(slow.millis) ? page : slow));
  const empty = pages.filter((page) => page.items === 0);
  const bad = pages.filter((page) => page.faults.length > 0);
  const names = (found: readonly MeasuredPage[]) => found.map(({ name }) => name).join(', ') || 'none';
  return [
    {
      what: `${engine}: median of the slowest page (${slowest.name})`,
      measured: `${grouped(median(slowest.millis), 1)} ms`,
      bar: `≤ ${MEDIAN_BAR_MS} ms`,
      met: median(slowest.millis) <= MEDIAN_BAR_MS,
    },
    {
      what: `${engine}: pages that leave their index ranges`,
      measured: names(bad),
      bar: 'none',
      met: bad.length === 0,
    },
    // A page with nothing on it would say little.
    { what: `${engine}: empty pages`, measured: names(empty), bar: 'none', met: empty.length === 0 },
  ];
}

/** Measures the queue on both engines. */
export async function measureQueue(root: string): Promise<Findings> {
  // Titles of cases come from there.
  await compileContent({ contentDir: join(root, 'content'), outDir: join(root, COMPILED_FOLDER), mode: 'production' });
  const folder = mkdtempSync(join(tmpdir(), 'warmstart-queue-'));
  const measured: Measured[] = [];
  try {
    measured.push(await measureOn('sqlite', `file:${join(folder, 'queue.db')}`));
    const server = await startPostgres();
    try {
      measured.push(await measureOn('postgresql', server.url('postgres')));
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    tables: measured.flatMap((one) => [timesTable(one), planTable(one)]),
    bars: measured.flatMap(barsOf),
    raw: measured,
  };
}
