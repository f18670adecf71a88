import { findCase } from '@/lib/content/library';
import type { AttemptDetail } from '@/lib/core/api-types';
import type { StepSuggestions } from '@/lib/core/feedback/feedback-api';
import { matchedAnswer } from '@/lib/core/feedback/matched-answer';
import { suggestionsOf } from '@/lib/core/feedback/suggestions';
import { authorise } from '@/lib/core/review/access';
import type { DatabaseClient } from '@/lib/db/client';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { asReadable, type ReadableAttempt } from '@/lib/db/readable-attempt';
import { findAttemptStanding } from '@/lib/db/standing';
import { findStepMatches, hashAnswer } from '@/lib/db/step-matches';
import { readAttempt } from './load-attempt';
import type { Reader } from './reader';

/**
 * What was found in an attempt, for whoever may review it: of the answer and the case as they are now, and without what its candidate
 * says of it.
 */
export async function readSuggestions(
  database: DatabaseClient,
  attempt: ReadableAttempt,
  detail: AttemptDetail,
): Promise<StepSuggestions[]> {
  const study = findCase(attempt.caseSlug);
  const matches = await findStepMatches(database, attempt);
  return matches
    .filter(
      ({ step, caseHash, answerHash }) =>
        caseHash === study?.hash && answerHash === hashAnswer(matchedAnswer(detail, step)),
    )
    .map(suggestionsOf);
}

/** @throws AppError `not-found`, also for the candidate. */
export async function loadSuggestions(
  { database, userId }: Reader,
  attemptId: string,
  now: Date,
): Promise<StepSuggestions[]> {
  const before = await findAttemptStanding(database, attemptId, userId, now);
  authorise('suggest-findings', before.standing, NO_ATTEMPT);
  const attempt = asReadable(before);
  return readSuggestions(database, attempt, await readAttempt(database, attempt));
}
