import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveClaimSlots } from '@/lib/core/review/claim-slot';
import { findPeoplePlan, findQueuePlan } from '@/lib/db/queue-plan';
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
/** Those that are read in one range for each source. */
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

it.each([{}, { caseSlug: 'fixture' }, { candidateId: 'learner' }, { caseSlug: 'fixture', candidateId: 'learner' }])(
  'reads what is claimed in its order, by when the claims end, with %o',
  async (filter) => {
    const plan = await findQueuePlan(one.database, { ...scope, ...filter }, 'claimed', null, 31);
    const ranges = plan.filter(({ index }) => index?.startsWith('ReviewRequest_'));
    expect(ranges).toHaveLength(3 * liveClaimSlots(scope.now).length);
    for (const { text } of ranges)
      expect(text).toMatch(/claimSlot_\w+ \(\w+=\? AND claimSlot=\? AND \(requestedAt,id\)>/);
    expect(plan.filter((step) => step.scansAll || (step.sorts && step.isBounded !== true))).toEqual([]);
  },
);

it('finds what somebody has begun by their drafts, however much waits', async () => {
  for (const more of [
    { groupIds: [] },
    {},
    { byLink: false, groupIds: ['one'] },
    { caseSlug: 'a', candidateId: 'b' },
  ]) {
    const plan = await findQueuePlan(one.database, { ...scope, ...more }, 'mine', null, 31);
    const [first, second] = plan.filter(({ index }) => index !== null);
    expect(first?.index).toBe('Review_coachId_publishedAt_idx');
    expect(second?.text).toMatch(/\(attemptId=\?\)/);
    expect(plan.filter((step) => step.scansAll)).toEqual([]);
  }
});

it('goes from one person to the next in the index of each source', async () => {
  const plan = await findPeoplePlan(one.database, scope, '', 101);
  const ranges = plan.filter(({ index }) => index?.startsWith('ReviewRequest_'));
  // The first of each source, and the next.
  expect(ranges.map(({ index }) => index?.split('_').slice(1, 3).join(' ')).sort()).toEqual(
    ['coachId', 'coachId', 'groupId', 'groupId', 'groupId', 'groupId'].map((source) => `${source} candidateId`),
  );
  for (const { text } of ranges) expect(text).toMatch(/\((coachId|groupId)=\? AND candidateId>\?\)/);
  expect(plan.filter((step) => step.scansAll)).toEqual([]);
});

it('looks for a name among the members of the groups, and for what waits only of those who have it', async () => {
  const plan = await findPeoplePlan(one.database, scope, 'ada', 101);
  expect(plan.filter((step) => step.scansAll)).toEqual([]);
  const read = plan.flatMap(({ index }) => index ?? []);
  expect(read.filter((index) => index.startsWith('sqlite_autoindex_GroupMember'))).toHaveLength(2);
  expect(read.filter((index) => index.startsWith('sqlite_autoindex_User'))).not.toEqual([]);
  for (const index of read.filter((one) => one.startsWith('ReviewRequest_'))) expect(index).toMatch(/_candidateId_/);
});
