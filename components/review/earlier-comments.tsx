import Link from 'next/link';
import { LocalTime } from '@/components/ui/local-time';
import { LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import type { EarlierReview } from '@/lib/core/review/review-api';
import { VERDICT_NAMES } from '@/lib/core/review/review-words';
import { STEPS, type StepId } from '@/lib/core/steps';
import { EarlierCommentItem } from './earlier-comment';

/** What this coach wrote to the same step of the learner's earlier attempts, each with what the answer says otherwise now. */
export function EarlierComments({ step, earlier }: { step: StepId; earlier: readonly EarlierReview[] }) {
  const withComments = earlier
    .map((one) => ({ ...one, comments: one.comments.filter(({ comment }) => comment.step === step) }))
    .filter(({ comments }) => comments.length > 0);
  return (
    <section aria-labelledby={`earlier-${step}`}>
      <h3 id={`earlier-${step}`} className="board-part-title">
        Earlier reviews<span className="sr-only">: {STEPS[step].title}</span>
      </h3>
      {withComments.length === 0 && <p className="text-muted">You wrote no comment on this step before.</p>}
      {withComments.map(({ attempt, isFollowed, review, comments }) => (
        <section key={review.id} className="mb-6">
          <h4 className="label-text">
            {attempt.caseTitle ?? attempt.caseSlug}, {MODE_NAMES[attempt.mode].toLowerCase()}
            {review.publishedAt && (
              <>
                {' '}
                · <LocalTime iso={review.publishedAt} show="day" />
              </>
            )}
            {isFollowed && ' · this attempt follows it'}
          </h4>
          <ul className="divide-y divide-rule border-y border-rule">
            {comments.map((one) => (
              // Without a difference the attempt is no longer this coach's to read, nor the comment theirs to settle.
              <EarlierCommentItem
                key={one.comment.id}
                attemptId={attempt.id}
                earlier={one}
                canSettle={isFollowed && one.diff !== null}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** The earlier reviews of a learner by this coach, one a line. */
export function EarlierReviewList({ earlier }: { earlier: readonly EarlierReview[] }) {
  if (earlier.length === 0) return <p className="text-muted">You have published no review of an earlier attempt.</p>;
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {earlier.map(({ attempt, review, isFollowed, comments }) => {
        const asking = comments.filter(({ comment }) => comment.kind !== 'strength');
        const answered = asking.filter((one) => one.answered === true).length;
        const open = review.comments.filter(({ state }) => state === 'open').length;
        return (
          <li key={review.id} className="flex flex-wrap gap-x-3 py-2">
            <Link href={`/review/${attempt.id}`} prefetch={false} className="text-link">
              {attempt.caseTitle ?? attempt.caseSlug}
            </Link>
            <span className="text-muted">
              {MODE_NAMES[attempt.mode]}, {LEVEL_NAMES[attempt.level].toLowerCase()}
              {review.publishedAt && (
                <>
                  , <LocalTime iso={review.publishedAt} show="day" />
                </>
              )}
            </span>
            <span>
              {review.review.verdict && VERDICT_NAMES[review.review.verdict.verdict]}
              {open > 0 && <span className="text-muted">, {open} open</span>}
            </span>
            {isFollowed && (
              <span className="text-muted">
                {answered > 0
                  ? `this attempt answers ${answered} of its ${asking.length} comments, they say`
                  : 'this attempt follows it'}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
