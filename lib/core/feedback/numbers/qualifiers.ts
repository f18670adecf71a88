import type { Qualifier } from './quantity';
import type { Token } from './tokens';
import { own } from './unit-words';

const PERCENTILES: Readonly<Record<string, Qualifier>> = {
  '50': 'p50',
  '90': 'p90',
  '95': 'p95',
  '99': 'p99',
  '999': 'p999',
};

const WORDS: Readonly<Record<string, Qualifier>> = {
  median: 'p50',
  average: 'average',
  avg: 'average',
  mean: 'average',
  peak: 'peak',
  evening: 'peak',
  daily: 'daily',
  dau: 'daily',
};

const COMPARATORS: Readonly<Record<string, Qualifier>> = {
  '≤': 'atMost',
  '<': 'atMost',
  under: 'atMost',
  below: 'atMost',
  within: 'atMost',
  max: 'atMost',
  maximum: 'atMost',
  '≥': 'atLeast',
  '>': 'atLeast',
  over: 'atLeast',
  above: 'atLeast',
  minimum: 'atLeast',
  '~': 'about',
  '≈': 'about',
  '∼': 'about',
  about: 'about',
  around: 'about',
  roughly: 'about',
  approximately: 'about',
  nearly: 'about',
  almost: 'about',
  circa: 'about',
};

/** "at most", "no more than", "up to": the last word and the one before it. */
const PAIRS: Readonly<Record<string, Qualifier>> = {
  'at most': 'atMost',
  'up to': 'atMost',
  'less than': 'atMost',
  'fewer than': 'atMost',
  'no more than': 'atMost',
  'not more than': 'atMost',
  'at least': 'atLeast',
  'more than': 'atLeast',
};

/** Words that say what a number is, though they stand between it and what qualifies it. */
const NEAR = 5;

const isPercentileWord = (token: Token | undefined) => token?.lower.startsWith('percentile') === true;

/** "p99", "P 99", "99th percentile", "p99.9" at the head of a list of tokens. */
function percentileAt(tokens: readonly Token[], index: number): Qualifier | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined) return null;
  if (token.lower === 'p' && next.kind === 'digits' && !next.spaced) {
    const decimals =
      tokens[index + 2]?.text === '.' && tokens[index + 2]?.spaced === false ? tokens[index + 3] : undefined;
    const nines = decimals?.kind === 'digits' && !decimals.spaced ? `${next.text}${decimals.text}` : next.text;
    return own(PERCENTILES, nines.slice(0, 3)) ?? own(PERCENTILES, next.text);
  }
  if (
    token.kind === 'digits' &&
    next.lower === 'th' &&
    (isPercentileWord(tokens[index + 2]) || tokens[index + 2]?.text === '-')
  ) {
    return own(PERCENTILES, token.text);
  }
  return null;
}

/** What the words right before a number say about it: `before` is nearest first. */
function comparator(before: readonly Token[]): Qualifier | null {
  const [last, second, third] = before;
  if (last === undefined) return null;
  if (last.text === '=' && second?.text === '<') return 'atMost';
  if (last.text === '=' && second?.text === '>') return 'atLeast';
  const triple = own(PAIRS, `${third?.lower ?? ''} ${second?.lower ?? ''} ${last.lower}`);
  const pair = own(PAIRS, `${second?.lower ?? ''} ${last.lower}`);
  return triple ?? pair ?? own(COMPARATORS, last.lower);
}

/** Reads what the words of its clause say about a number; `before` is nearest first, `after` in order. */
export function qualifiersOf(before: readonly Token[], after: readonly Token[], isTime: boolean): Qualifier[] {
  const found = new Set<Qualifier>();
  const bound = comparator(before);
  if (bound) found.add(bound);
  const inOrder = [...before].reverse();
  // Another number between a word and this one takes the word for itself; the digits of "p99" are no other number.
  const digits = (token: Token | undefined, previous: Token | undefined) =>
    token?.kind === 'digits' && !(previous?.lower === 'p' && !token.spaced);
  // "The peak is 3x the average: 34.7k": a factor between them does not take the word away, and its "average" is none of this.
  const isFactor = (index: number) => {
    const next = inOrder[index + 1];
    return next !== undefined && (next.lower === 'times' || (['x', '×'].includes(next.lower) && !next.spaced));
  };
  const isOfFactor = (index: number) =>
    ['the', 'our'].includes(inOrder[index - 1]?.lower ?? '') &&
    ['x', '×', 'times'].includes(inOrder[index - 2]?.lower ?? '');
  let from = 0;
  inOrder.forEach((token, index) => {
    const isOrdinal = inOrder[index + 1]?.lower === 'th';
    if (isFactor(index) || (token.text === ',' && index >= 2 && isFactor(index - 2))) return;
    if ((digits(token, inOrder[index - 1]) && !isOrdinal && inOrder[index - 1]?.text !== '.') || token.text === ',')
      from = index + 1;
  });
  const until = after.findIndex((token, index) => {
    const isOrdinal = after[index + 1]?.lower === 'th';
    return (digits(token, after[index - 1]) && !isOrdinal && after[index - 1]?.text !== '.') || token.text === ',';
  });
  const near = [
    inOrder.slice(from).filter((_, index) => !isOfFactor(from + index)),
    after.slice(0, until < 0 ? NEAR : Math.min(until, NEAR)),
  ];
  for (const side of near) {
    side.forEach((token, index) => {
      const percentile = isTime ? percentileAt(side, index) : null;
      if (percentile) found.add(percentile);
      const word = own(WORDS, token.lower);
      if (word) found.add(word);
    });
  }
  const [first, second, third] = after;
  if (first?.lower === 'each') found.add('perInstance');
  if (first?.lower === 'per' || first?.lower === 'in' || first?.lower === 'an' || first?.lower === 'each') {
    const owner = second?.lower === 'each' ? third?.lower : second?.lower;
    if (owner === 'arm' || (first.lower === 'an' && second?.lower === 'arm')) found.add('perArm');
    if (['replica', 'machine', 'server', 'instance', 'pod', 'gpu', 'node', 'host', 'card'].includes(owner ?? ''))
      found.add('perInstance');
  }
  return [...found].sort();
}
