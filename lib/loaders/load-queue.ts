import { findCase } from '@/lib/content/library';
import { invalid } from '@/lib/core/issues';
import { attemptSubject } from '@/lib/core/review/nudge';
import { QUEUE_PAGE_SIZE, type QueueItem, type QueuePage, type QueueQuery } from '@/lib/core/review/queue-api';
import { parseQueueCursor, type QueueCursor, queueCursor } from '@/lib/core/review/queue-cursor';
import { findAttemptsByIds } from '@/lib/db/attempts';
import { findQueuedReviews, type QueuedReview } from '@/lib/db/live-claims';
import { findLastNudges } from '@/lib/db/nudges';
import { findNames } from '@/lib/db/people';
import {
  compareInQueue,
  findQueueRows,
  findRequestsOf,
  type QueuePart,
  type QueueRow,
  type QueueScope,
} from '@/lib/db/review-queue';
import { findQueueScope } from './queue-scope';
import type { Reader } from './reader';

/**
 * One page of one's queue: what waits longest first, each attempt once, however many ways it came.
 *
 * @throws AppError `not-found` for a group that one does not coach; `invalid` for a cursor that is none of ours.
 */
export async function loadQueue(reader: Reader, query: QueueQuery, now: Date): Promise<QueuePage> {
  const after = query.cursor === undefined ? null : parseQueueCursor(query.cursor);
  if (after === undefined) throw invalid('cursor', 'Take the cursor from the page before.');
  const { scope, groupNames } = await findQueueScope(reader, query, now);
  const rows = await findDistinctRows(reader, scope, query.state ?? 'open', after, QUEUE_PAGE_SIZE + 1);
  const page = rows.slice(0, QUEUE_PAGE_SIZE);
  const last = page.at(-1);
  return {
    items: await toItems(reader, page, groupNames, now),
    nextCursor: rows.length > page.length && last ? queueCursor(last) : null,
  };
}

/** A stretch of the queue with each attempt at the first place that it has in the whole, and only there. */
export async function findDistinctRows(
  { database }: Reader,
  scope: QueueScope,
  part: QueuePart,
  after: QueueCursor | null,
  limit: number,
): Promise<QueueRow[]> {
  const found: QueueRow[] = [];
  let place = after;
  for (;;) {
    const rows = await findQueueRows(database, scope, part, place, limit);
    const ids = rows.map((row) => row.attemptId);
    const all = await findRequestsOf(database, scope, ids, part === 'published');
    found.push(...onlyFirst(part, rows, all));
    place = rows.at(-1) ?? place;
    if (found.length >= limit || rows.length < limit) return found.slice(0, limit);
  }
}

/** Of the rows those that no other request of the same attempt comes before. */
function onlyFirst(part: QueuePart, rows: readonly QueueRow[], all: readonly QueueRow[]): QueueRow[] {
  const first = new Map<string, QueueRow>();
  for (const row of all) {
    const known = first.get(row.attemptId);
    if (!known || compareInQueue(part, row, known) < 0) first.set(row.attemptId, row);
  }
  return rows.filter((row) => first.get(row.attemptId)?.id === row.id);
}

async function toItems(
  { database, userId }: Reader,
  rows: readonly QueueRow[],
  groupNames: ReadonlyMap<string, string>,
  now: Date,
): Promise<QueueItem[]> {
  const attemptIds = rows.map((row) => row.attemptId);
  const [attempts, names, reviews, nudges] = await Promise.all([
    findAttemptsByIds(database, attemptIds),
    findNames(
      database,
      rows.map((row) => row.candidateId),
    ),
    findQueuedReviews(database, { attemptIds, userId, now }),
    findLastNudges(database, userId, attemptIds.map(attemptSubject)),
  ]);
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  return rows.flatMap((row): QueueItem[] => {
    const attempt = byId.get(row.attemptId);
    // Deleted since the rows were read.
    if (!attempt) return [];
    const ofThis = reviews.filter((review) => review.attemptId === row.attemptId);
    const own = ofThis.find((review) => review.coachId === userId);
    return [
      {
        requestId: row.id,
        attemptId: row.attemptId,
        case: { slug: row.caseSlug, title: findCase(row.caseSlug)?.title ?? null },
        candidate: { id: row.candidateId, name: names.get(row.candidateId) ?? '' },
        mode: attempt.mode,
        level: attempt.level,
        onlyStep: attempt.onlyStep,
        via:
          row.groupId === null
            ? { kind: 'link' }
            : { kind: 'group', id: row.groupId, name: groupNames.get(row.groupId) ?? '' },
        note: row.note,
        requestedAt: row.requestedAt.toISOString(),
        expiresAt: row.expiresAt?.toISOString() ?? null,
        state: stateOf(row, ofThis, own, now),
        claims: ofThis
          .filter((review) => isLiveClaim(review, now))
          .map((review) => ({
            name: review.coachName,
            until: review.claimedUntil.toISOString(),
            mine: review.coachId === userId,
          })),
        review: own ? { id: own.id, state: own.publishedAt === null ? 'draft' : 'published' } : null,
        lastNudgeAt: nudges.get(attemptSubject(row.attemptId))?.toISOString() ?? null,
      },
    ];
  });
}

const isLiveClaim = ({ publishedAt, claimedUntil }: QueuedReview, now: Date) =>
  publishedAt === null && claimedUntil.getTime() > now.getTime();

function stateOf(
  row: QueueRow,
  reviews: readonly QueuedReview[],
  own: QueuedReview | undefined,
  now: Date,
): QueueItem['state'] {
  if (row.reviewedAt !== null) return 'published';
  if (own && own.publishedAt === null) return 'mine';
  return reviews.some((review) => isLiveClaim(review, now)) ? 'claimed' : 'waiting';
}
