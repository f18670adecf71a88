import { findCase } from '@/lib/content/library';
import { AppError, type Issue } from '@/lib/core/app-error';
import { checkWith } from '@/lib/core/issues';
import { type PassagesBySlot, quoteIssues, quotesOf, ratedDimensions } from '@/lib/core/review/evidence';
import { type ReviewBody, reviewBodySchema } from '@/lib/core/review/review-body';
import { expectationKeyOf } from '@/lib/core/review/review-words';
import { verdictIssues } from '@/lib/core/review/verdict';
import { STEP_IDS } from '@/lib/core/steps';
import type { Attempt } from '@/lib/db/attempts';

const MAX_ISSUES = 50;

/** @throws AppError `invalid` when there are any issues, each under `review.`. */
export function refuseReview(issues: readonly Issue[], message?: string): void {
  if (issues.length === 0) return;
  throw new AppError('invalid', message, {
    issues: issues.slice(0, MAX_ISSUES).map((issue) => ({ ...issue, path: `review.${issue.path}` })),
  });
}

/**
 * Marks of expectations that the case does not have. When its text has changed since the attempt was started, they may be about
 * ones that it had, and are left alone.
 */
function expectationIssues(review: ReviewBody, attempt: Attempt): Issue[] {
  const study = findCase(attempt.caseSlug);
  if (study === null || study.hash !== attempt.caseHash) return [];
  const known = new Set(
    STEP_IDS.flatMap((step) => study.steps[step].expectations.map(({ id }) => expectationKeyOf(step, id))),
  );
  return (['expectations', 'suggestions'] as const).flatMap((part) =>
    Object.keys(review[part])
      .filter((key) => !known.has(key))
      .map((key) => ({ path: `${part}.${key}`, message: 'The case has no such expectation.' })),
  );
}

/**
 * Checks what somebody wrote about an attempt: its shape, its quotes, its expectations, and the evidence for its verdict.
 *
 * @throws AppError `invalid`, naming each thing that is wrong.
 */
export function checkReview(review: unknown, attempt: Attempt, passages: PassagesBySlot): ReviewBody {
  const checked = checkWith(reviewBodySchema, review, ['review']);
  refuseReview([...quoteIssues(quotesOf(checked), passages), ...expectationIssues(checked, attempt)]);
  refuseReview(verdictIssues(checked, ratedDimensions(attempt.onlyStep)), 'The verdict cannot be saved yet.');
  return checked;
}

/**
 * Checks what was written against what was read. When it does not hold, it looks first whether that was deleted while it was
 * being read: nobody should be told that their quotes are wrong because there is no answer any more.
 *
 * @param look throws `not-found` when it is gone.
 */
export async function checkUnlessGone<Checked>(check: () => Checked, look: () => Promise<unknown>): Promise<Checked> {
  try {
    return check();
  } catch (error) {
    await look();
    throw error;
  }
}

/** @throws AppError `invalid` when a comment that others are to read says nothing. */
export function refuseEmptyComments(review: ReviewBody): void {
  refuseReview(
    review.comments.flatMap(({ text }, index) =>
      text.trim() === '' ? [{ path: `comments.${index}.text`, message: 'This comment says nothing yet.' }] : [],
    ),
    'Some comments are empty.',
  );
}
