import { afterAll, beforeAll, expect, it } from 'vitest';
import { findQueuePlan } from '@/lib/db/queue-plan';
import type { QueuePart, QueueScope } from '@/lib/db/review-queue';
import { freshDatabase, type TestDatabase } from './harness';

/*
 * SQLite plans by its indexes alone, so an empty database tells how a full one is read. PostgreSQL plans by what is in it:
 * `npm run bench -- queue` looks at its plans, and at the times, with a million comments.
 */
let one: TestDatabase;
beforeAll(async () => {
  one = await freshDatabase('sqlite');
});
afterAll(() => one.close());

const scope: QueueScope = {
  userId: 'coach',
  byLink: true,
  groupIds: ['one', 'two'],
  caseSlug: undefined,
  candidateId: undefined,
  now: new Date(),
};
const PARTS: readonly QueuePart[] = ['open', 'waiting', 'unheld', 'published'];

it.each(
  PARTS.flatMap((part) => [
    { part, filter: {}, column: 'reviewedAt' },
    { part, filter: { caseSlug: 'fixture' }, column: 'caseSlug' },
    { part, filter: { candidateId: 'learner' }, column: 'candidateId' },
  ]),
)('reads $part by $column from a range of an index for each source', async ({ part, filter, column }) => {
  const plan = await findQueuePlan(one.database, { ...scope, ...filter }, part, null, 31);
  const ranges = plan.flatMap(({ index }) => (index?.startsWith('ReviewRequest_') ? [index] : []));
  expect(ranges.map((index) => index.split('_').slice(1, 3).join(' ')).sort()).toEqual(
    ['coachId', 'groupId', 'groupId'].map((source) => `${source} ${column}`),
  );
  expect(plan.filter((step) => step.scansAll)).toEqual([]);
  expect(plan.filter((step) => step.sorts && step.isBounded !== true)).toEqual([]);
});

it('sorts nothing at all where there is one source', async () => {
  const only = { ...scope, byLink: false, groupIds: ['one'] };
  for (const part of PARTS) {
    const plan = await findQueuePlan(one.database, only, part, null, 31);
    expect(plan.filter((step) => step.sorts || step.scansAll)).toEqual([]);
    expect(plan.map((step) => step.index)).toContain('ReviewRequest_groupId_reviewedAt_requestedAt_id_idx');
  }
});
