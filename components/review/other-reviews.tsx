import { LocalTime } from '@/components/ui/local-time';
import { DIMENSIONS } from '@/lib/core/review/dimensions';
import type { ReviewDetail } from '@/lib/core/review/review-api';
import { COMMENT_KIND_NAMES, VERDICT_NAMES } from '@/lib/core/review/review-words';

/** What other coaches wrote of the same attempt: there once this coach has published too. */
export function OtherReviews({ reviews }: { reviews: readonly ReviewDetail[] }) {
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="other-reviews" className="mt-8">
      <h3 id="other-reviews" className="board-part-title">
        Other coaches
      </h3>
      {reviews.map(({ id, coachName, publishedAt, review, comments }) => (
        <section key={id} className="border-t border-rule py-3">
          <h4 className="font-medium">
            {coachName}
            {review.verdict && `: ${VERDICT_NAMES[review.verdict.verdict].toLowerCase()}`}
            {publishedAt && (
              <span className="font-normal text-muted">
                , <LocalTime iso={publishedAt} />
              </span>
            )}
          </h4>
          <p className="mt-1 tabular-nums text-muted">
            {DIMENSIONS.flatMap((dimension) => {
              const mark = review.dimensions[dimension.id];
              return mark ? [`${dimension.title} ${mark.band}`] : [];
            }).join(' · ')}
          </p>
          {review.summary !== '' && <p className="desk-text mt-1">{review.summary}</p>}
          {comments.length > 0 && (
            <details className="mt-1">
              <summary className="py-1 text-muted">
                {comments.length === 1 ? '1 comment' : `${comments.length} comments`}
              </summary>
              <ul className="space-y-2">
                {comments.map((comment) => (
                  <li key={comment.id} className="border-l border-rule pl-3">
                    <p className="font-medium">{COMMENT_KIND_NAMES[comment.kind]}</p>
                    <blockquote className="own-words text-muted" dir="auto">
                      {comment.quote.text}
                    </blockquote>
                    <p className="desk-text">{comment.text}</p>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
    </section>
  );
}
