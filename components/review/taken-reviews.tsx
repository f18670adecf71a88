import { LocalTime } from '@/components/ui/local-time';
import type { ReviewDetail } from '@/lib/core/review/review-api';
import { VERDICT_NAMES } from '@/lib/core/review/review-words';
import { ReviewInWords } from './review-in-words';

interface Taken {
  readonly candidateName: string;
  readonly caseTitle: string;
  readonly review: ReviewDetail;
}

function stateOf({ publishedAt, review: { verdict } }: ReviewDetail): string {
  if (publishedAt === null) return 'not published';
  return verdict ? VERDICT_NAMES[verdict.verdict].toLowerCase() : 'published';
}

/** A coach's own reviews of attempts that they can no longer open. */
export function TakenReviews({ taken }: { taken: readonly Taken[] }) {
  if (taken.length === 0) return null;
  return (
    <section aria-labelledby="taken-reviews" className="mt-12 max-w-[760px]">
      <h2 id="taken-reviews" className="font-reading text-title font-semibold">
        Reviews of attempts that were taken back
      </h2>
      <p className="mt-1 mb-3 text-muted">
        The link was revoked or has expired, or somebody left the group. The answers are no longer there for you; what
        you wrote is.
      </p>
      <ul className="divide-y divide-rule border-y border-rule">
        {taken.map(({ candidateName, caseTitle, review }) => (
          <li key={review.id} className="py-3">
            <h3 className="font-medium">
              {candidateName}: {caseTitle}
              <span className="font-normal text-muted">
                , {stateOf(review)}, <LocalTime iso={review.publishedAt ?? review.createdAt} show="day" />
              </span>
            </h3>
            <ReviewInWords review={review.review} />
          </li>
        ))}
      </ul>
    </section>
  );
}
