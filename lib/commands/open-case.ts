import { findCase, listBrokenCases } from '@/lib/content/library';
import { AppError } from '@/lib/core/app-error';
import { LEVEL_NAMES, type Level } from '@/lib/core/attempt';
import type { CaseStudy } from '@/lib/core/case-study';
import { invalid } from '@/lib/core/issues';

/**
 * The case that somebody wants to work at a level, or to have worked.
 *
 * @throws AppError `not-found`, `case-broken`, or `invalid` when the case is not for that level.
 */
export function openCase(caseSlug: string, level: Level): CaseStudy {
  const study = findCase(caseSlug);
  if (study === null) {
    if (listBrokenCases().some((broken) => broken.slug === caseSlug)) throw new AppError('case-broken');
    throw new AppError('not-found', 'There is no such case study.');
  }
  if (!study.levels.includes(level)) {
    const offered = study.levels.map((one) => LEVEL_NAMES[one]).join(', ');
    throw invalid('level', `This case is for the levels: ${offered}.`);
  }
  return study;
}
