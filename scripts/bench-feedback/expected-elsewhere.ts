import type { CaseStudy } from '@/lib/core/case-study';
import { textsOf } from '@/lib/core/feedback/elsewhere';
import { STEP_IDS } from '@/lib/core/steps';

/** What cases expect of each step, as the matcher carries it (`lib/core/feedback/elsewhere.json`). */
export function expectedElsewhere(cases: readonly CaseStudy[]) {
  return {
    origin:
      'npm run bench:feedback -- elsewhere: the statements of all expectations of the cases that ship with Warmstart, and what counts for them.',
    cases: Object.fromEntries(
      cases.map(({ slug, steps }) => [
        slug,
        Object.fromEntries(
          STEP_IDS.map((step) => [
            step,
            Object.fromEntries(steps[step].expectations.map((one) => [one.id, textsOf(one)])),
          ]),
        ),
      ]),
    ),
  };
}
