import coefficients from './coefficients.json';
import cutOffs from './cut-offs.json';
import type { LogisticModel } from './logistic';

/** Changes with anything that can change a result; stored with each result. */
export const MATCHER_VERSION = '2';

/** `sentences` with an encoder, `keywords` without: the screen says which. */
export type MatchingLevel = 'sentences' | 'keywords';

/** What is learned: coefficients from public data, two cut-offs from our own graded answers. The files say how. */
export interface Matcher {
  readonly level: MatchingLevel;
  readonly model: LogisticModel;
  /** The least confidence for *found*, and for *unclear*. */
  readonly foundFrom: number;
  readonly unclearFrom: number;
}

const MATCHERS: Readonly<Record<MatchingLevel, Matcher>> = {
  sentences: { level: 'sentences', model: coefficients.sentences, ...cutOffs.sentences },
  keywords: { level: 'keywords', model: coefficients.keywords, ...cutOffs.keywords },
};

export const matcherFor = (level: MatchingLevel): Matcher => MATCHERS[level];
