import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens';
import { unclaimedIn } from './unclaimed';

function unclaimed(text: string): string[] {
  const tokens = tokensOf(text);
  const flags = unclaimedIn(text, tokens).unclaimed;
  return tokens.filter(({ weight }, index) => weight > 0 && flags[index]).map(({ word }) => word);
}

describe('what is said without being claimed', () => {
  it.each<[string, string[]]>([
    ['I shard by seller.', []],
    ['Some people say that sharding scales, but I replicate.', ['sharding', 'scales']],
    ['Only a beginner would shard.', ['shard']],
    ['Somebody else should shard.', ['shard']],
    ['I am not sure whether to shard.', ['shard']],
    ['TODO: shard by seller', ['shard', 'seller']],
    ['Maybe shard, I replicate.', ['shard']],
    ['We shard by seller, who knows.', ['shard', 'seller']],
    ['It orders better perhaps, but has no level.', []],
  ])('%s', (text, expected) => {
    expect(unclaimed(text)).toEqual(expected);
  });

  it('are questions', () => {
    const isQuestion = (text: string) => unclaimedIn(text, tokensOf(text)).isQuestion;
    expect(isQuestion('How many images are there?')).toBe(true);
    expect(isQuestion('There are many images.')).toBe(false);
  });
});
