import type { DatabaseClient } from './client';

/** How many comments are open on each of a person's attempts; attempts without any are left out. */
export async function countOpenComments(database: DatabaseClient, userId: string): Promise<Map<string, number>> {
  const rows = await database.reviewComment.groupBy({
    by: ['attemptId'],
    where: { state: 'open', attempt: { userId } },
    _count: { _all: true },
  });
  return new Map(rows.map(({ attemptId, _count }) => [attemptId, _count._all]));
}
