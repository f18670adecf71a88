import type { Quote } from '../quote';
import type { MatchCorrection, ShownFinding, StoredFinding } from './feedback-api';

const isSame = (a: Quote, b: Quote) => a.slot === b.slot && a.path === b.path && a.text === b.text;

/**
 * What is shown of an expectation: the candidate's word where it still applies, else the matcher's. "This is it" applies while its
 * words stand in the answer; "not this" while the matcher gives the words that were refused. What is stored never changes.
 *
 * @param holds whether a quote stands at its place in the answer as it is now
 */
export function showFinding(
  { state, quote }: Pick<StoredFinding, 'state' | 'quote'>,
  correction: Pick<MatchCorrection, 'verdict' | 'quote'> | null,
  holds: (quote: Quote) => boolean,
): ShownFinding {
  if (correction?.verdict === 'this-is-it' && holds(correction.quote)) {
    return { state: 'found', by: 'candidate', quote: correction.quote };
  }
  if (correction?.verdict === 'not-this' && quote !== null && isSame(correction.quote, quote)) {
    return { state: 'not found', by: 'candidate', quote: null };
  }
  return { state, by: 'matcher', quote };
}
