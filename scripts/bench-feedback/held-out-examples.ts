import type { CaseStudy, Expectation } from '@/lib/core/case-study';
import { STEP_IDS, type StepId } from '@/lib/core/steps';

/** One of the author's examples as an answer of its own, and the step's expectations without it. */
export interface HeldOutExample {
  readonly slug: string;
  readonly step: StepId;
  readonly expectation: string;
  /** False for one that does not count. */
  readonly counts: boolean;
  readonly text: string;
  readonly expectations: readonly Expectation[];
}

/** Every `counts` and `does not count` line of a case, each held out of its own expectation. */
export function heldOutExamples(study: CaseStudy): HeldOutExample[] {
  return STEP_IDS.flatMap((step) => {
    const { expectations } = study.steps[step];
    return expectations.flatMap((expectation) => {
      const without = (text: string, counts: boolean): HeldOutExample => ({
        slug: study.slug,
        step,
        expectation: expectation.id,
        counts,
        text,
        expectations: expectations.map((one) =>
          one.id === expectation.id
            ? {
                ...one,
                counts: one.counts.filter((other) => other !== text),
                doesNotCount: one.doesNotCount.filter((other) => other !== text),
              }
            : one,
        ),
      });
      return [
        ...expectation.counts.map((text) => without(text, true)),
        ...expectation.doesNotCount.map((text) => without(text, false)),
      ];
    });
  });
}
