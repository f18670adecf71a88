import type { StepId } from '@/lib/core/steps';
import expected from './elsewhere.json';
import { lexicalFeatures, type ReadText, readText } from './lexical-features';
import { type LogisticModel, logOdds } from './logistic';
import type { MatchedExpectation, StepReferences } from './references';

/*
 * Much is said alike in every design: a sentence about the canary of another system has most words of what is expected of this
 * one's. What tells them apart is that it is closer to what the other case expects. So the matcher knows what the cases
 * expect that it shipped with. It is the same wherever it runs: which cases are installed changes no result.
 */
const CASES: readonly Readonly<Partial<Record<StepId, Readonly<Record<string, readonly string[]>>>>>[] = Object.values(
  expected.cases,
);

/** Statements and examples of a step by which it is known what another case expects. */
export type ExpectedTexts = Pick<MatchedExpectation, 'id' | 'statement' | 'counts'>;

export const textsOf = ({ statement, counts }: ExpectedTexts): string[] => [statement.text, ...counts];

/**
 * What other cases than this one expect of a step.
 *
 * @param expectations of the step; a case that has half of them by their ids is this one, or a copy of it
 */
export function elsewhere(step: StepId, expectations: readonly Pick<ExpectedTexts, 'id'>[]): string[] {
  return CASES.flatMap((one) => {
    const others = one[step] ?? {};
    const same = expectations.filter(({ id }) => id in others).length;
    return same >= expectations.length / 2 ? [] : Object.values(others).flat();
  });
}

/** How close a stretch comes to what other cases expect, by words and in log-odds; each stretch is compared once. */
export function nearestElsewhere(
  { elsewhere: texts, question }: Pick<StepReferences, 'elsewhere' | 'question'>,
  words: LogisticModel,
): (stretch: { readonly read: ReadText }) => number {
  const known = new Map<object, number>();
  return (stretch) => {
    const before = known.get(stretch);
    if (before !== undefined) return before;
    const odds = readOnce(texts).map((one) => logOdds(words, { ...lexicalFeatures(one, stretch.read, question.read) }));
    const nearest = Math.max(Number.NEGATIVE_INFINITY, ...odds);
    known.set(stretch, nearest);
    return nearest;
  };
}

const readBefore = new WeakMap<readonly string[], readonly ReadText[]>();

/** The same texts are compared with many answers. */
function readOnce(texts: readonly string[]): readonly ReadText[] {
  const known = readBefore.get(texts) ?? texts.map(readText);
  readBefore.set(texts, known);
  return known;
}
