import type { CaseStudy } from '@/lib/core/case-study';
import type { Encoded } from '@/lib/core/feedback/encoder';
import type { Models } from '@/lib/core/feedback/matcher';
import { type HeldOutExample, heldOutExamples } from './held-out-examples';
import { scoreOwn } from './own-scores';

/** What the matcher makes of one of the author's examples when it has not seen it. */
export interface JudgedExample {
  readonly held: HeldOutExample;
  /** Of its own expectation. */
  readonly confidence: number;
  readonly isFound: boolean;
  /** Whether one that does not count is found although the case says so: as a candidate would meet it. */
  readonly isFoundInPlace: boolean;
  /** No other expectation of the step is closer. */
  readonly isClosest: boolean;
  /** Other expectations of the step that it is found for. */
  readonly neighbours: readonly string[];
}

export function judgeExamples(
  study: CaseStudy,
  models: Models,
  vectors: ((text: string) => Encoded) | null,
  foundFrom: number,
): JudgedExample[] {
  return heldOutExamples(study).map((held) => {
    const { step, text, expectations } = held;
    const scores = scoreOwn({ study, step, text, expectations }, models, vectors).map((score) => ({
      id: score.expectation,
      claim: score.claim?.confidence ?? 0,
      closest: score.closest?.confidence ?? 0,
    }));
    const inPlace = held.counts
      ? []
      : scoreOwn({ study, step, text }, models, vectors).filter(({ expectation }) => expectation === held.expectation);
    const own = scores.find(({ id }) => id === held.expectation) ?? { claim: 0, closest: 0 };
    const others = scores.filter(({ id }) => id !== held.expectation);
    return {
      held,
      confidence: own.claim,
      isFound: own.claim >= foundFrom,
      isFoundInPlace: inPlace.some(({ claim }) => (claim?.confidence ?? 0) >= foundFrom),
      isClosest: others.every(({ closest }) => closest <= own.closest),
      neighbours: others.filter(({ claim }) => claim >= foundFrom).map(({ id }) => id),
    };
  });
}
