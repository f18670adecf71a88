import { findCase } from '@/lib/content/library';
import type { AttemptDetail } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { isFrozen, progressBySteps, type StepProgress } from '@/lib/core/attempt-state';
import type { CaseStudy } from '@/lib/core/case-study';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import { loadAttempt } from './load-attempt';
import type { Reader } from './reader';

export interface Comparison {
  readonly attempt: AttemptDetail;
  /** The case as it is now; null when it is no longer there. */
  readonly study: CaseStudy | null;
  readonly progress: readonly StepProgress[];
}

function expectationIds(study: CaseStudy | null): Record<StepId, string[]> {
  const ids = STEP_IDS.map((step) => [step, study?.steps[step].expectations.map((one) => one.id) ?? []] as const);
  return Object.fromEntries(ids) as Record<StepId, string[]>;
}

/**
 * A submitted attempt beside the worked answer of its case.
 *
 * @throws AppError `not-found`, `not-submitted`.
 */
export async function loadComparison(reader: Reader, attemptId: string): Promise<Comparison> {
  const attempt = await loadAttempt(reader, attemptId);
  if (!isFrozen(attempt)) throw new AppError('not-submitted');
  const study = findCase(attempt.caseSlug);
  return { attempt, study, progress: progressBySteps(attempt, expectationIds(study)) };
}
