import Link from 'next/link';
import { ChangedText } from '@/components/answers/changed-text';
import { LocalTime } from '@/components/ui/local-time';
import { LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import type { EarlierReview } from '@/lib/core/review/review-api';
import { COMMENT_KIND_NAMES, VERDICT_NAMES } from '@/lib/core/review/review-words';
import { STEPS, type StepId } from '@/lib/core/steps';

type EarlierComment = EarlierReview['comments'][number];
type Change = NonNullable<EarlierComment['diff']>['near'][number];

function Changes({ title, changes }: { title: string; changes: readonly Change[] }) {
  const differing = changes.filter(({ kind }) => kind !== 'same');
  if (differing.length === 0) return null;
  return (
    <details className="mt-2" open={title !== 'Elsewhere in the step'}>
      <summary className="py-0.5 text-small text-muted">{title}</summary>
      {differing.map(({ label, segments, before, after }) => (
        <div key={`${before?.path}→${after?.path}`} className="own-words mt-1">
          {label !== 'Answer' && <p className="font-interface text-small text-muted">{label}</p>}
          <ChangedText segments={segments} show="both" />
        </div>
      ))}
    </details>
  );
}

const DIFF_WORDS = {
  near: 'What changed at these words',
  step: 'These words stand as they were; something else of the step changed',
  none: 'Nothing of the step changed',
} as const;

function Comment({ earlier }: { earlier: EarlierComment }) {
  const { comment, answered, diff } = earlier;
  return (
    <li className="py-3">
      <p>
        <span className="font-medium">{COMMENT_KIND_NAMES[comment.kind]}</span>
        <span className="text-muted">
          {comment.state === 'resolved' && ', resolved'}
          {answered === true && ', said to be answered here'}
          {answered === false && ', said to be still open'}
        </span>
      </p>
      <blockquote className="own-words border-l border-rule pl-2 text-muted" dir="auto">
        {comment.quote.text}
      </blockquote>
      <p className="desk-text mt-1">{comment.text}</p>
      {diff === null ? null : (
        <>
          <p className="mt-1.5 text-small text-muted">{DIFF_WORDS[diff.kind]}.</p>
          <Changes title="Now" changes={diff.near} />
          <Changes title="Elsewhere in the step" changes={diff.elsewhere} />
        </>
      )}
    </li>
  );
}

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
            {isFollowed && ' · this attempt answers it'}
          </h4>
          <ul className="divide-y divide-rule border-y border-rule">
            {comments.map((one) => (
              <Comment key={one.comment.id} earlier={one} />
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
      {earlier.map(({ attempt, review, isFollowed }) => {
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
            {isFollowed && <span className="text-muted">this attempt answers it</span>}
          </li>
        );
      })}
    </ul>
  );
}
