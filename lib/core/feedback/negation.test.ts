import { describe, expect, it } from 'vitest';
import { denialsIn } from './negation';
import { tokensOf } from './tokens';

/** The content words that a text denies. */
function denied(text: string): string[] {
  const tokens = tokensOf(text);
  const flags = denialsIn(text, tokens).denied;
  return tokens.filter((token, index) => flags[index] && token.weight > 0).map(({ word }) => word);
}

describe('what a sentence denies', () => {
  it.each<[string, string[]]>([
    ['The split is by time.', []],
    ['The split is not random.', ['split', 'random']],
    ['I split by time, not at random.', ['random']],
    ['The index is fresh but the cache isn’t warm.', ['cache', 'warm']],
    ["The index is fresh but the cache isn't warm.", ['cache', 'warm']],
    ['We serve without a cache.', ['cache']],
    ['Use a hash instead of a vocabulary.', ['vocabulary']],
    ['I use the calibrated probability and never a class.', ['class']],
    ['It is not true that we split by time, per member.', ['split', 'time', 'member']],
    ['I would not say that recall matters, or latency.', ['recall', 'matters', 'latency']],
    ['There is no need to log features when an ad is served.', ['log', 'features', 'ad', 'served']],
    ['It is false that the bid is not a feature.', []],
    ['A latency target is unnecessary.', ['latency', 'target']],
  ])('%s', (text, expected) => {
    expect(denied(text)).toEqual(expected);
  });
});
