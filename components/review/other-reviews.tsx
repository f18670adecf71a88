import { LocalTime } from '@/components/ui/local-time';
import type { ReviewDetail } from '@/lib/core/review/review-api';
import { VERDICT_NAMES } from '@/lib/core/review/review-words';
import { ReviewInWords } from './review-in-words';

/** What other coaches wrote of the same attempt: there once this coach has published too. */
export function OtherReviews({ reviews }: { reviews: readonly ReviewDetail[] }) {
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="other-reviews" className="mt-8">
      <h3 id="other-reviews" className="board-part-title">
        Other coaches
      </h3>
      {reviews.map(({ id, coachName, fromPacket, publishedAt, review }) => (
        <section key={id} className="border-t border-rule py-3">
          <h4 className="font-medium">
            {coachName}
            {fromPacket && ' (as the packet is signed)'}
            {review.verdict && `: ${VERDICT_NAMES[review.verdict.verdict].toLowerCase()}`}
            {publishedAt && (
              <span className="font-normal text-muted">
                , <LocalTime iso={publishedAt} />
              </span>
            )}
          </h4>
          <ReviewInWords review={review} />
        </section>
      ))}
    </section>
  );
}
