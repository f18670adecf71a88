import { type LogisticModel, logOdds, probability } from '@/lib/core/feedback/logistic';
import {
  areaUnderCurve,
  bestCutOff,
  bootstrap,
  groupsOf,
  type Interval,
  type Quality,
  qualityOf,
  type Scored,
} from './classification';
import { fitLogistic } from './fit-logistic';
import type { Corpus, Split } from './semeval';
import type { Measured } from './semeval-features';

export const LEXICAL = [
  'jaccard',
  'overlap',
  'coverage',
  'coverageDemoted',
  'precision',
  'precisionDemoted',
  'bm25',
  'trigrams',
  'order',
  'length',
];
/** Of words in the committed fit too; the free fits are of the features of the table that they are held against. */
export const MUTUAL = 'mutual';
export const SEMANTIC = ['cosine', 'cosineDemoted', 'alignedRecall', 'alignedRecallDemoted', 'alignedPrecision'];

/** The three tests in which neither the question nor, in the second, the subject was seen in training. */
export const TESTS: readonly { readonly name: string; readonly corpus: Corpus; readonly split: Split }[] = [
  { name: 'SciEntsBank, unseen questions', corpus: 'sciEntsBank', split: 'unseen-questions' },
  { name: 'SciEntsBank, unseen domains', corpus: 'sciEntsBank', split: 'unseen-domains' },
  { name: 'Beetle, unseen questions', corpus: 'beetle', split: 'unseen-questions' },
];

export interface MethodResult {
  readonly method: string;
  /** For each of `TESTS`. */
  readonly tests: readonly (Quality & { readonly aucInterval: Interval })[];
}

/** Fits on the training part of a corpus, cut-off included, and measures on its tests. */
export function measureMethod(
  method: string,
  measured: readonly Measured[],
  features: readonly string[],
): MethodResult {
  const models = new Map<Corpus, { model: LogisticModel; cutOff: number }>();
  return {
    method,
    tests: TESTS.map(({ corpus, split }) => {
      const known = models.get(corpus) ?? fitOn(measured, corpus, features);
      models.set(corpus, known);
      return qualityWithInterval(score(measured, corpus, split, known.model), known.cutOff);
    }),
  };
}

/** The same for a model that is fitted already; the cut-off is still that of the training part of each corpus. */
export function measureModel(method: string, measured: readonly Measured[], model: LogisticModel): MethodResult {
  return {
    method,
    tests: TESTS.map(({ corpus, split }) => {
      const cutOff = bestCutOff(score(measured, corpus, 'train', model));
      return qualityWithInterval(score(measured, corpus, split, model), cutOff);
    }),
  };
}

function qualityWithInterval(scored: readonly Scored[], cutOff: number) {
  return {
    ...qualityOf(scored, cutOff),
    aucInterval: bootstrap(groupsOf(scored), (drawn) => areaUnderCurve(drawn)),
  };
}

/**
 * What is committed: fitted on the training part of SciEntsBank, where an answer has one reference. Beetle gives up to 14, and the
 * best of 14 is not on the scale of one: with it the fit was worse on questions of SciEntsBank's training part that it had not
 * seen.
 */
export function fitCommitted(measured: readonly Measured[], features: readonly string[]): LogisticModel {
  return fitLogistic(
    trainingOf(measured, 'sciEntsBank').map(exampleOf),
    features,
    new Set(features.filter((name) => name !== 'length')),
  );
}

function fitOn(measured: readonly Measured[], corpus: Corpus, features: readonly string[]) {
  const training = trainingOf(measured, corpus);
  const model = fitLogistic(training.map(exampleOf), features);
  return { model, cutOff: bestCutOff(score(training, corpus, 'train', model)) };
}

const trainingOf = (measured: readonly Measured[], corpus: Corpus) =>
  measured.filter(({ row }) => row.corpus === corpus && row.split === 'train');

const exampleOf = (one: Measured) => ({ values: closest(one), label: one.row.correct });

function score(measured: readonly Measured[], corpus: Corpus, split: Split, model: LogisticModel): Scored[] {
  return measured
    .filter(({ row }) => row.corpus === corpus && row.split === split)
    .map((one) => ({
      score: probability(logOdds(model, closest(one))),
      label: one.row.correct,
      group: one.row.questionId,
    }));
}

/**
 * The best value of each feature over the references, as the table in question was made; length is that of the reference
 * that shares most.
 */
function closest({ perReference }: Measured): Record<string, number> {
  const sum = (values: Readonly<Record<string, number>>) => (values.coverage ?? 0) + (values.cosine ?? 0);
  const nearest = perReference.reduce((best, one) => (sum(one) > sum(best) ? one : best));
  return Object.fromEntries(
    Object.keys(nearest).map((name) => [
      name,
      name === 'length' ? (nearest[name] ?? 0) : Math.max(...perReference.map((one) => one[name] ?? 0)),
    ]),
  );
}
