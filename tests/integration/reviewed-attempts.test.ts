import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadReviewedAttempts } from '@/lib/loaders/load-reviewed-attempts';
import { serveFrom } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { comment, completeReview, give, idOf, type Person, person, publish, submittedAttempt } from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

describe.each(engines)('the reviewed attempts of a person on %s', (engine) => {
  let one: TestDatabase;
  let ada: Person;
  let ben: Person;
  let cleo: Person;
  let dora: Person;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    [ada, ben, cleo, dora] = [
      await person(one, 'Ada'),
      await person(one, 'Ben'),
      await person(one, 'Cleo'),
      await person(one, 'Dora'),
    ];
  });
  afterAll(() => one.close());

  const load = ({ userId }: Person) => loadReviewedAttempts({ database: one.database, userId });
  const comments = [
    comment('comment-1', 'By time.'),
    comment('comment-2', 'What of the delay?'),
    { ...comment('comment-3', 'Good.', 'a click'), kind: 'strength' as const },
  ];

  it('tell how many comments are open, and nothing before own marks', async () => {
    const attempt = await submittedAttempt(ada);
    const other = await submittedAttempt(ada);
    for (const coach of [cleo, dora]) await give(one, attempt, ada, coach);
    await give(one, other, ada, cleo);
    expect(await load(ada)).toEqual([]);

    const review = await publish(cleo, attempt, completeReview({ comments }));
    await publish(dora, attempt);
    await publish(cleo, other, completeReview({ comments }));
    expect(await load(ada)).toMatchObject([
      { attemptId: idOf(other), coachNames: ['Cleo'], openComments: null },
      { attemptId: idOf(attempt), coachNames: ['Cleo', 'Dora'], caseSlug: 'fixture', openComments: null },
    ]);

    await ada.visitor.put(`${attempt}/self-review`, { bands: {}, skipped: true });
    const openOf = async () => (await load(ada)).find(({ attemptId }) => attemptId === idOf(attempt))?.openComments;
    expect(await openOf()).toBe(2);
    await ada.visitor.put(`/api/comments/${idOf(review)}.comment-1`, { state: 'resolved' });
    expect(await openOf()).toBe(1);
    await ada.visitor.put(`/api/comments/${idOf(review)}.comment-2`, { state: 'resolved' });
    expect(await openOf()).toBe(0);
    expect(await load(ben)).toEqual([]);
    expect(await load(cleo)).toEqual([]);
  });
});
