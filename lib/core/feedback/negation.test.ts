import { describe, expect, it } from 'vitest';
import { denialsIn } from './negation';
import { tokensOf } from './tokens';

/** The content words that a text denies. */
function denied(text: string): string[] {
  const tokens = tokensOf(text);
  const { denied: plainly, rejections } = denialsIn(text, tokens);
  const isDenied = (index: number) => {
    const inside = plainly[index] === true || rejections.some((one) => !one.isFrame && one.denied[index]);
    return inside !== rejections.some((one) => one.isFrame && one.denied[index]);
  };
  return tokens.filter(({ weight }, index) => weight > 0 && isDenied(index)).map(({ word }) => word);
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
    ['I leave the cache out of this.', ['cache']],
    ['I would leave this out: a cache.', ['cache']],
    ['Out of scope: payments and video.', ['payments', 'video']],
    ['I use IVF-PQ over HNSW.', ['hnsw']],
    ['I prefer trees over networks and over rules.', ['networks', 'rules']],
    ['I prefer the average over the last week.', []],
    ['The towers are trained, which I consider overkill.', ['towers', 'trained', 'consider']],
    ['The towers are trained — not needed.', ['towers', 'trained']],
    ['False negatives are masked.', []],
    ['I see no value in sharding, so I replicate.', ['sharding']],
    ['I would skip the idea that the split is not random.', []],
    ['Not only recall counts.', []],
    ['🚫 Shuffle the rows.', ['shuffle', 'rows']],
  ])('%s', (text, expected) => {
    expect(denied(text)).toEqual(expected);
  });
});

describe('a denial without words of its own', () => {
  const isEmpty = (text: string) => denialsIn(text, tokensOf(text)).isEmpty;

  it.each(['This is wrong.', 'Out of scope:', 'I would not do any of that.', 'No.', 'Things I would not do:'])(
    'is: %s',
    (text) => expect(isEmpty(text)).toBe(true),
  );

  it.each(['The split is not random.', 'That is not all recall.', 'I split by time.', ''])('is not: %s', (text) =>
    expect(isEmpty(text)).toBe(false),
  );
});
