import coefficients from './coefficients.json';
import cutOffs from './cut-offs.json';
import type { LogisticModel } from './logistic';

/** Changes with anything that can change a result; stored with each result. */
export const MATCHER_VERSION = '4';

/** `sentences` with an encoder, `keywords` without: the screen says which. */
export type MatchingLevel = 'sentences' | 'keywords';

export interface Models {
  /** Of the features of the level. */
  readonly model: LogisticModel;
  /** Of words only: what other cases expect is compared by that at both levels. */
  readonly words: LogisticModel;
}

/** What is learned: coefficients from public data, two cut-offs from our own graded answers. The files say how. */
export interface Matcher extends Models {
  readonly level: MatchingLevel;
  /** The least confidence for *found*, and for *unclear*. */
  readonly foundFrom: number;
  readonly unclearFrom: number;
}

/** As fitted on public data, where an answer stands alone. Here one sentence of many says what it says, however short it is. */
export function withoutLength({ bias, features: { length: _, ...features } }: LogisticModel): LogisticModel {
  return { bias, features };
}

const words = withoutLength(coefficients.keywords);
const MATCHERS: Readonly<Record<MatchingLevel, Matcher>> = {
  sentences: { level: 'sentences', model: withoutLength(coefficients.sentences), words, ...cutOffs.sentences },
  keywords: { level: 'keywords', model: words, words, ...cutOffs.keywords },
};

export const matcherFor = (level: MatchingLevel): Matcher => MATCHERS[level];
