import { randomUUID } from 'node:crypto';
import { findCase, listBrokenCases } from '@/lib/content/library';
import type { StartAttemptRequest } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { LEVEL_NAMES } from '@/lib/core/attempt';
import { invalid } from '@/lib/core/issues';
import { insertAttempt } from '@/lib/db/attempts';
import type { Actor } from './actor';

/**
 * Starts an attempt at a case, pinned to the text that the case has now.
 *
 * @returns the id of the attempt.
 * @throws AppError `not-found`, `case-broken`, or `invalid` when the case is not for that level.
 */
export async function startAttempt(
  { database, userId, now }: Actor,
  { caseSlug, mode, level }: StartAttemptRequest,
): Promise<string> {
  const study = findCase(caseSlug);
  if (study === null) {
    if (listBrokenCases().some((broken) => broken.slug === caseSlug)) throw new AppError('case-broken');
    throw new AppError('not-found', 'There is no such case study.');
  }
  if (!study.levels.includes(level)) {
    const offered = study.levels.map((one) => LEVEL_NAMES[one]).join(', ');
    throw invalid('level', `This case is for the levels: ${offered}.`);
  }
  const id = randomUUID();
  await insertAttempt(database, {
    id,
    userId,
    caseSlug,
    caseHash: study.hash,
    mode,
    level,
    createdAt: now,
    onlyStep: null,
    followsId: null,
    assignmentId: null,
  });
  return id;
}
