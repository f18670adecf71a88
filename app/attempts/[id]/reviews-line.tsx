import { headers } from 'next/headers';
import { ReviewsOfAttempt } from '@/components/received/reviews-of-attempt';
import { loadReceivedReviews } from '@/lib/loaders/load-received-reviews';
import { findPageReader } from '@/lib/loaders/page-reader';

/** What became of a submitted attempt, and the way to it. */
export async function ReviewsLine({ attemptId }: { attemptId: string }) {
  const reader = await findPageReader(await headers());
  if (!reader) return null;
  const received = await loadReceivedReviews(reader, attemptId, new Date());
  return <ReviewsOfAttempt received={received} />;
}
