import { namesRateOfOne } from './rate-of-one';
import type { ReadUnit } from './read-unit';
import type { Token } from './tokens';
import { nounUnit, SECONDS_PER_DAY } from './unit-words';

/** Words that join a name to its number: "DAU: 200M", "the DAU is about 200M". */
const JOINS_NAME = new Set([':', '=', '≈', '~', 'is', 'are', 'of', 'about', 'around', 'roughly', 'at']);

/** "DAU: 200M": the name stands before a number that has no noun of its own. */
function namedBefore(before: readonly Token[]): ReturnType<typeof nounUnit> {
  for (const token of before.slice(0, 4)) {
    const unit = token.kind === 'word' ? nounUnit(token.lower) : null;
    if (unit) return unit;
    if (!JOINS_NAME.has(token.lower)) return null;
  }
  return null;
}

/** The unit of a number that is named before it, where it has none of its own; `before` is nearest first. */
export function withName(unit: ReadUnit, before: readonly Token[]): ReadUnit {
  const bare = unit.unit === 'count' || (unit.unit === 'itemsPerSecond' && unit.noun === null);
  if (!bare) return unit;
  const words = [...before].reverse().map(({ text }) => text);
  if (unit.unit === 'count' && JOINS_NAME.has(words.at(-1) ?? '') && namesRateOfOne(words.join(' ')))
    return {
      ...unit,
      unit: 'requestsPerSecond',
      factor: 1 / SECONDS_PER_DAY,
      noun: 'request',
      per: 'user',
      daily: true,
    };
  const named = namedBefore(before);
  if (!named) {
    const [rate] = before.filter((token) => !JOINS_NAME.has(token.lower));
    const isQps = rate !== undefined && ['qps', 'rps', 'tps'].includes(rate.lower) && unit.unit === 'count';
    return isQps ? { ...unit, unit: 'requestsPerSecond', noun: 'request' } : unit;
  }
  if (unit.unit === 'itemsPerSecond') {
    if (named.unit === 'requests') return { ...unit, unit: 'requestsPerSecond', noun: named.noun };
    return named.unit === 'items' ? { ...unit, noun: named.noun } : unit;
  }
  const noun = named.noun === 'dau' ? 'user' : named.noun;
  return { ...unit, unit: named.unit, noun, daily: unit.daily || named.noun === 'dau' };
}
