import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { ReceivedReviews } from '@/lib/core/review/review-api';
import { namesInWords } from './review-news';

/** Who has reviewed an attempt, and the way to read it: past one's own marks when they are not given yet. */
export function ReviewsOfAttempt({
  received: { attemptId, state, news, reviews, selfReview },
}: {
  received: ReceivedReviews;
}) {
  const address = `/attempts/${attemptId}/reviews`;
  const latest = news.at(-1);
  if (!latest) {
    return (
      <p className="no-print mt-6 text-muted">
        <Link href={address} prefetch={false} className="text-link">
          {selfReview && !selfReview.skipped ? 'Your own marks' : 'Mark yourself'}
        </Link>
        , and a review shows how far a coach sees it otherwise.
      </p>
    );
  }
  const open = reviews.flatMap(({ comments }) => comments).filter((comment) => comment.state === 'open').length;
  return (
    <section
      aria-label="Reviews"
      className="no-print mt-6 flex flex-wrap items-center gap-x-4 gap-y-3 border-y border-rule py-3"
    >
      <p className="min-w-0">
        <span className="font-medium">{namesInWords(news.map(({ coachName }) => coachName))}</span>{' '}
        <span className="text-muted">
          {news.length === 1 ? 'reviewed this attempt' : 'reviewed this attempt, the last'}{' '}
          <LocalTime iso={latest.publishedAt} />
          {open > 0 && ` · ${open === 1 ? '1 comment is' : `${open} comments are`} open`}
        </span>
      </p>
      <Link href={address} prefetch={false} className={`${buttonClass('primary')} sm:ml-auto`}>
        {state === 'closed'
          ? 'Mark yourself, then read it'
          : news.length === 1
            ? 'Read the review'
            : 'Read the reviews'}
      </Link>
    </section>
  );
}
