import { DIMENSIONS } from '@/lib/core/review/dimensions';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { COMMENT_KIND_NAMES } from '@/lib/core/review/review-words';

/** What a review says, where the answer does not stand beside it: bands, summary, and the comments with their words. */
export function ReviewInWords({ review: { dimensions, summary, comments } }: { review: ReviewBody }) {
  const bands = DIMENSIONS.flatMap(({ id, title }) => {
    const mark = dimensions[id];
    return mark ? [`${title} ${mark.band}`] : [];
  });
  return (
    <>
      {bands.length > 0 && <p className="mt-1 tabular-nums text-muted">{bands.join(' · ')}</p>}
      {summary !== '' && <p className="desk-text mt-1">{summary}</p>}
      {comments.length > 0 && (
        <details className="mt-1">
          <summary className="inline-block py-1 text-muted">
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
    </>
  );
}
