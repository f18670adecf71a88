'use client';

import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { CarriedComment, CarryOver } from '@/lib/core/review/review-api';
import { COMMENT_KIND_NAMES } from '@/lib/core/review/review-words';
import { STEP_LIST, STEPS, type StepId } from '@/lib/core/steps';
import type { CommentAnswers } from './use-comment-answers';

function CommentToAnswer({ carried, answers }: { carried: CarriedComment; answers: CommentAnswers }) {
  const { comment, coachName } = carried;
  const { answered = false, status = 'saved' } = answers.states.get(comment.id) ?? {};
  return (
    <li className="py-3">
      <label className="grid grid-cols-[16px_minmax(0,1fr)] items-start gap-x-2.5">
        <input
          type="checkbox"
          className="relative top-0.5"
          checked={answered}
          onChange={(event) => void answers.answer(comment.id, event.target.checked)}
        />
        <span className={answered ? 'text-muted' : ''}>
          <span className="text-small text-muted">
            {COMMENT_KIND_NAMES[comment.kind]}, {coachName}
          </span>
          <span className="block break-words whitespace-pre-wrap [unicode-bidi:plaintext]">{comment.text}</span>
        </span>
      </label>
      <blockquote className="own-words mt-1.5 ml-[26px] line-clamp-4 border-l border-rule pl-2 text-muted" dir="auto">
        {comment.quote.text}
      </blockquote>
      {comment.replies.length > 0 && (
        <details className="mt-1 ml-[26px]">
          <summary className="inline-block text-small text-muted hover:text-ink">
            {comment.replies.length === 1 ? '1 reply' : `${comment.replies.length} replies`}
          </summary>
          <ul className="mt-1 space-y-1.5">
            {comment.replies.map((reply) => (
              <li key={reply.id} className="border-l border-rule pl-2">
                <p className="text-small text-muted">{reply.isMine ? 'You' : reply.authorName}</p>
                <p className="break-words whitespace-pre-wrap [unicode-bidi:plaintext]">{reply.text}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {status === 'unsent' && (
        <p role="alert" className="mt-1 ml-[26px] flex flex-wrap items-center gap-2 text-small text-danger">
          In this tab only: the server could not be reached.
          <Button size="small" onClick={() => void answers.answer(comment.id, answered)}>
            Send again
          </Button>
        </p>
      )}
      {status === 'refused' && (
        <p role="alert" className="mt-1 ml-[26px] text-small text-danger">
          The server did not take this tick.
        </p>
      )}
    </li>
  );
}

function List({
  comments,
  answers,
  label,
}: {
  comments: readonly CarriedComment[];
  answers: CommentAnswers;
  label: string;
}) {
  return (
    <ul aria-label={label} className="divide-y divide-rule">
      {comments.map((carried) => (
        <CommentToAnswer key={carried.comment.id} carried={carried} answers={answers} />
      ))}
    </ul>
  );
}

/** How many comments are on a step, and how many of them are ticked. */
function countText(comments: readonly CarriedComment[], answers: CommentAnswers): string {
  const done = comments.filter(({ comment }) => answers.states.get(comment.id)?.answered).length;
  return `${done} of ${comments.length} answered`;
}

/**
 * The open comments on the attempts before this one, to be ticked as they are answered: those on the step in hand first, the
 * others folded below it. On a blank page all of them, step by step.
 */
export function CommentsToAnswer({
  carryOver: { follows, comments },
  step,
  answers,
}: {
  carryOver: CarryOver;
  /** The step in hand; null on a blank page. */
  step: StepId | null;
  answers: CommentAnswers;
}) {
  const groups = STEP_LIST.map(({ id }) => ({
    step: id,
    comments: comments.filter(({ comment }) => comment.step === id),
  })).filter((group) => group.comments.length > 0);
  const here = groups.find((group) => group.step === step);
  const others = groups.filter((group) => group.step !== step);
  return (
    <section aria-labelledby="comments-to-answer">
      <div className="flex items-baseline gap-2">
        <h2 id="comments-to-answer" className="label-text">
          Comments to answer
        </h2>
        {comments.length > 0 && (
          <p className="ml-auto text-small text-muted tabular-nums">{countText(comments, answers)}</p>
        )}
      </div>
      {comments.length === 0 && (
        <p className="mt-2 text-muted">No comment on the attempts before this one is open for you to answer.</p>
      )}
      {step !== null && comments.length > 0 && !here && <p className="mt-2 text-muted">None on this step.</p>}
      {here && <List comments={here.comments} answers={answers} label={`Comments on ${STEPS[here.step].title}`} />}
      {others.map((group) =>
        step === null ? (
          <section key={group.step} className="mt-3">
            <h3 className="font-medium">{STEPS[group.step].title}</h3>
            <List comments={group.comments} answers={answers} label={`Comments on ${STEPS[group.step].title}`} />
          </section>
        ) : (
          <details key={group.step} className="mt-1 border-t border-rule pt-1">
            <summary className="flex items-baseline gap-2 py-1 hover:text-accent">
              <span>
                <span className="mr-1.5 text-muted tabular-nums">{STEPS[group.step].number}</span>
                {STEPS[group.step].shortTitle}
              </span>
              <span className="ml-auto text-small text-muted tabular-nums">{countText(group.comments, answers)}</span>
            </summary>
            <List comments={group.comments} answers={answers} label={`Comments on ${STEPS[group.step].title}`} />
          </details>
        ),
      )}
      {follows.map(({ id, submittedAt }) => (
        <p key={id} className="mt-2 text-small">
          <a href={`/attempts/${id}/reviews`} target="_blank" rel="noreferrer" className="text-link">
            The reviews of{' '}
            {follows.length > 1 && submittedAt ? (
              <>
                the attempt of <LocalTime iso={submittedAt} show="moment" />
              </>
            ) : (
              'that attempt'
            )}
            <span className="sr-only">, in a new tab</span>
          </a>
        </p>
      ))}
    </section>
  );
}
