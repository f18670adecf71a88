import { Prisma } from '@/.generated/prisma/sqlite/client';
import type { QueueCursor } from '@/lib/core/review/queue-cursor';
import { type DatabaseClient, engineOf } from './client';
import { type PeopleScope, peopleStatement } from './queue-people';
import { type QueuePart, type QueueScope, queueStatement } from './review-queue';

/** One step of a plan, whatever the engine calls it. */
export interface PlanStep {
  /** As the engine says it: `SEARCH ReviewRequest USING INDEX …`, `Index Scan using … on …`. */
  readonly text: string;
  /** Of how many steps it is a part. */
  readonly depth: number;
  /** Reads a whole table or a whole index. */
  readonly scansAll: boolean;
  /** The index that it reads a range of. */
  readonly index: string | null;
  /** Puts rows in order that no index had in order. */
  readonly sorts: boolean;
  /** What it sorts is a range that was read up to a limit before. Null where the rows are counted. */
  readonly isBounded: boolean | null;
  /** Rows that it read, those a filter took out included; null where the engine does not count, and for what is in memory. */
  readonly rows: number | null;
}

/** How the engine reads a stretch of somebody's queue. PostgreSQL runs it to say so. */
export async function findQueuePlan(
  database: DatabaseClient,
  scope: QueueScope,
  part: QueuePart,
  after: QueueCursor | null,
  limit: number,
): Promise<PlanStep[]> {
  const statement = queueStatement(scope, part, after, limit);
  return statement === null ? [] : findPlan(database, statement);
}

/** The same for the people of a queue. */
export function findPeoplePlan(
  database: DatabaseClient,
  scope: PeopleScope,
  words: string,
  limit: number,
): Promise<PlanStep[]> {
  return findPlan(database, peopleStatement(database, scope, words, limit));
}

function findPlan(database: DatabaseClient, statement: Prisma.Sql): Promise<PlanStep[]> {
  return engineOf(database) === 'sqlite' ? sqlitePlan(database, statement) : postgresqlPlan(database, statement);
}

async function sqlitePlan(database: DatabaseClient, statement: Prisma.Sql): Promise<PlanStep[]> {
  const lines = await database.$queryRaw<{ id: number | bigint; parent: number | bigint; detail: string }[]>(
    Prisma.sql`EXPLAIN QUERY PLAN ${statement}`,
  );
  const depths = new Map<number, number>();
  const details = new Map(lines.map(({ id, detail }) => [Number(id), detail]));
  return lines.map(({ id, parent, detail }) => {
    const depth = (depths.get(Number(parent)) ?? -1) + 1;
    depths.set(Number(id), depth);
    return {
      text: detail,
      depth,
      // A scan of what a step before has made is no scan of a table.
      scansAll: /^SCAN "?(ReviewRequest|Review|GroupMember|Attempt|User)\b/.test(detail),
      index: /USING (?:COVERING )?INDEX (\S+)/.exec(detail)?.[1] ?? null,
      sorts: detail.startsWith('USE TEMP B-TREE'),
      // The halves of a merge read what a range has given them; in the range itself nothing may be sorted.
      isBounded: /^(LEFT|RIGHT)$/.test(details.get(Number(parent)) ?? ''),
      rows: null,
    };
  });
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

async function postgresqlPlan(database: DatabaseClient, statement: Prisma.Sql): Promise<PlanStep[]> {
  const [row] = await database.$queryRaw<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`,
  );
  return row ? walk(row['QUERY PLAN'][0].Plan, 0) : [];
}

function walk(node: PlanNode, depth: number): PlanStep[] {
  const type = node['Node Type'];
  const index = node['Index Name'] ?? null;
  const using = index === null ? '' : ` using ${index}`;
  const on = node['Relation Name'] === undefined ? '' : ` on ${node['Relation Name']}`;
  const removed = node['Rows Removed by Filter'] ?? 0;
  const loops = node['Actual Loops'];
  const step: PlanStep = {
    text: `${type}${using}${on}: rows ${node['Actual Rows']}, filtered out ${removed}, loops ${loops}`,
    depth,
    scansAll: type === 'Seq Scan' || (index !== null && node['Index Cond'] === undefined),
    index,
    sorts: type.includes('Sort'),
    isBounded: null,
    rows: type === 'Materialize' ? null : (node['Actual Rows'] + removed) * loops,
  };
  return [step, ...(node.Plans ?? []).flatMap((child) => walk(child, depth + 1))];
}
