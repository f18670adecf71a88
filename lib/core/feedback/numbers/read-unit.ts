import type { UnitKind } from './quantity';
import type { Tokens } from './tokens';
import { nounUnit, own, periodOf, SECONDS_PER_DAY, unitWord } from './unit-words';

/** The unit that follows a number. */
export interface ReadUnit {
  readonly unit: UnitKind;
  /** What one of it is in the base unit. */
  readonly factor: number;
  readonly noun: string | null;
  readonly per: string | null;
  /** Was written per day. */
  readonly daily: boolean;
  readonly peak: boolean;
  /** Was written for each replica, or for each arm of an experiment. */
  readonly perInstance: boolean;
  readonly perArm: boolean;
  readonly next: number;
}

const NO_UNIT: Omit<ReadUnit, 'next'> = {
  unit: 'count',
  factor: 1,
  noun: null,
  per: null,
  daily: false,
  peak: false,
  perInstance: false,
  perArm: false,
};

/** How many words may stand between a number and the thing it counts: "10B viewable sponsored impressions". */
const MAX_ADJECTIVES = 3;

/** Words that end the search for the thing counted: what follows them is said of something else. */
const ENDS_NOUN_PHRASE = new Set(
  (
    'a an the of in on at by for from to with without and or but so as than then that which who is are was were be been ' +
    'has have had do does can may must will would should could if when while because into over under per each every ' +
    'we i it they this these those not no out all both either times minus plus about across within after before between during'
  ).split(' '),
);

const DIMENSIONS_STEP = 32;

/** "256d" is a vector, "30d" a month: widths of vectors are multiples of 32. */
const looksLikeDimensions = (value: number) => value >= DIMENSIONS_STEP && value % DIMENSIONS_STEP === 0;

/** `per second`, `/s`, `a day`, `every hour`, `per 1,000 requests`, `per replica`. */
function readPer(tokens: Tokens, index: number): { word: string; period: number | null; next: number } | null {
  const token = tokens.at(index);
  const isSlash = token.text === '/';
  if (!isSlash && !['per', 'a', 'an', 'each', 'every'].includes(token.lower)) return null;
  const what = tokens.at(index + 1);
  if (what.kind === 'digits' && what.text === '1') {
    const zeros = tokens.at(index + 2).text === ',' ? tokens.at(index + 3).text : '';
    const noun = nounUnit(tokens.at(index + 4).lower);
    if (zeros === '000') return { word: 'thousand', period: null, next: index + (noun ? 5 : 4) };
  }
  if (what.kind === 'digits' && what.text === '1000') return { word: 'thousand', period: null, next: index + 2 };
  if (what.kind !== 'word') return null;
  if (token.lower === 'per' && what.lower === 'thousand') return { word: 'thousand', period: null, next: index + 2 };
  const period = periodOf(what.text);
  if (period !== null) return { word: what.lower, period, next: index + 2 };
  if (isSlash || token.lower === 'per') return { word: what.lower, period: null, next: index + 2 };
  return null;
}

const ADVERBS: Readonly<Record<string, { readonly word: string; readonly period: number }>> = {
  daily: { word: 'day', period: SECONDS_PER_DAY },
  hourly: { word: 'hour', period: 3600 },
};

const RATES: Partial<Record<UnitKind, UnitKind>> = {
  requests: 'requestsPerSecond',
  items: 'itemsPerSecond',
  count: 'itemsPerSecond',
  bytes: 'bytesPerSecond',
};
const rateOf = (unit: UnitKind): UnitKind | null => RATES[unit] ?? null;

/** What "per replica" or "per arm" says of a number; null when neither follows. */
function perOwner(tokens: Tokens, read: ReadUnit): ReadUnit | null {
  const per = readPer(tokens, read.next);
  if (!per || per.period !== null) return null;
  if (['arm', 'group', 'variant'].includes(per.word)) return { ...read, perArm: true, next: per.next };
  return nounUnit(per.word)?.unit === 'instances' ? { ...read, perInstance: true, next: per.next } : null;
}

/** What "per …" after a unit makes of it. */
function withRate(tokens: Tokens, read: ReadUnit): ReadUnit {
  const owned = perOwner(tokens, read);
  if (owned) return owned;
  const adverb = own(ADVERBS, tokens.at(read.next).lower);
  const per = adverb ? { ...adverb, next: read.next + 1 } : readPer(tokens, read.next);
  if (!per) return read;
  const rate = rateOf(read.unit);
  if (per.period === null) {
    // "5 requests per user a day", "5 requests/user/day"
    const second = nounUnit(per.word)?.unit === 'users' ? readPer(tokens, per.next) : null;
    if (!second?.period || rate === null) return { ...read, per: per.word, next: per.next };
    const isDaily = second.period === SECONDS_PER_DAY;
    return {
      ...read,
      unit: rate,
      factor: read.factor / second.period,
      daily: isDaily,
      per: per.word,
      next: second.next,
    };
  }
  const daily = per.period === SECONDS_PER_DAY;
  // People a day are people, and money or time for something stays what it is.
  if (rate === null) return { ...read, per: per.word, daily: read.daily || daily, next: per.next };
  const rated = { ...read, unit: rate, factor: read.factor / per.period, daily, per: null, next: per.next };
  const owner = readPer(tokens, rated.next);
  if (owner?.period === null && nounUnit(owner.word)?.unit === 'users')
    return { ...rated, per: owner.word, next: owner.next };
  return perOwner(tokens, rated) ?? rated;
}

const AFTER_TIMES = new Set('the that this its our as more higher larger over average mean'.split(' '));

/** "three times the average" is a factor, and "5 times a day" a rate; null for "5 times" alone. */
function readTimes(tokens: Tokens, index: number): ReadUnit | null {
  const next = index + 1;
  if (AFTER_TIMES.has(tokens.at(next).lower)) return { ...NO_UNIT, unit: 'factor', next };
  const rated = withRate(tokens, { ...NO_UNIT, unit: 'items', noun: 'time', next });
  return rated.unit === 'itemsPerSecond' ? rated : null;
}

/** Looks past a few adjectives for the thing that is counted. */
function readNoun(tokens: Tokens, index: number): ReadUnit | null {
  let daily = false;
  let peak = false;
  let at = index;
  for (let step = 0; step <= MAX_ADJECTIVES; step += 1) {
    const token = tokens.at(at);
    if (token.text === '-' && step > 0) {
      at += 1;
      continue;
    }
    if (token.kind !== 'word' || ENDS_NOUN_PHRASE.has(token.lower)) return null;
    if (token.lower === 'daily') daily = true;
    if (token.lower === 'peak') peak = true;
    const unit = nounUnit(token.lower);
    // "ad requests" counts requests: the last of two nouns in a row is the thing counted.
    const second = unit ? nounUnit(tokens.at(at + 1).lower) : null;
    const isCompound = second !== null && tokens.at(at + 1).kind === 'word';
    const chosen = isCompound ? second : unit;
    if (chosen) {
      const noun = chosen.noun;
      const next = at + (isCompound ? 2 : 1);
      // "427 GPU-hours" are no GPUs.
      if (tokens.joined(next).text === '-') return null;
      return {
        ...NO_UNIT,
        unit: chosen.unit,
        noun: noun === 'dau' ? 'user' : noun,
        daily: daily || noun === 'dau',
        peak,
        next,
      };
    }
    const rate = unitWord(token.text);
    if (rate?.unit === 'requestsPerSecond') return { ...NO_UNIT, ...rate, noun: 'request', peak, next: at + 1 };
    at += 1;
  }
  return null;
}

/**
 * The unit that begins at a token.
 *
 * @param value the number before it: it tells "256d" and "30d" apart.
 * @param scaled the number has a scale of its own: "2M s" are no seconds.
 * @returns a `count` when no unit follows; null when something follows that could mean two things.
 */
export function readUnit(tokens: Tokens, index: number, value: number, scaled: boolean): ReadUnit | null {
  const hyphen = tokens.joined(index).text === '-' && tokens.joined(index + 1).kind === 'word';
  const at = hyphen ? index + 1 : index;
  const token = tokens.at(at);
  const escaped = token.text === '\\' && tokens.joined(at + 1).text === '%';
  if (token.text === '%' || escaped)
    return withRate(tokens, { ...NO_UNIT, unit: 'ratio', factor: 0.01, next: at + (escaped ? 2 : 1) });
  if (token.text === '‰') return { ...NO_UNIT, unit: 'ratio', factor: 1e-3, next: at + 1 };
  if (token.lower === 'per' && tokens.at(at + 1).lower === 'cent') {
    return withRate(tokens, { ...NO_UNIT, unit: 'ratio', factor: 0.01, next: at + 2 });
  }
  if (token.kind === 'word') {
    if (token.lower === 'pp' || token.lower === 'points' || token.lower === 'point' || token.lower === 'percentage')
      return null;
    const times = token.lower === 'times' ? readTimes(tokens, at) : null;
    if (times) return times;
    // "3x" is a factor; "3 x 4" a product.
    if (token.text === 'x' && !token.spaced && tokens.at(at + 1).kind !== 'digits')
      return { ...NO_UNIT, unit: 'factor', next: at + 1 };
    if (token.text === 'd' && (!token.spaced || hyphen) && looksLikeDimensions(value))
      return { ...NO_UNIT, unit: 'dimensions', next: at + 1 };
    // Minutes, metres or millions: whoever writes "5m" knows, nobody else does.
    if (token.text === 'm' && !token.spaced) {
      const noun = readNoun(tokens, at + 1);
      return noun ? withRate(tokens, { ...noun, factor: 1e6 }) : null;
    }
    if (token.text === 'B' && token.spaced) {
      const noun = readNoun(tokens, at + 1);
      if (noun) return withRate(tokens, { ...noun, factor: 1e9 });
      return { ...NO_UNIT, unit: 'bytes', next: at + 1 };
    }
    if (token.lower === 'bytes' || token.lower === 'byte')
      return withRate(tokens, { ...NO_UNIT, unit: 'bytes', next: at + 1 });
    const unit = unitWord(token.text);
    if (unit && !(unit.unit === 'seconds' && scaled)) {
      return withRate(tokens, { ...NO_UNIT, ...unit, noun: unit.noun ?? null, next: at + 1 });
    }
    if (hyphen) {
      // "32-core machines" are not 32 machines, and "5-fold" measures nothing.
      const attribute = nounUnit(token.lower);
      return attribute ? { ...NO_UNIT, ...attribute, next: at + 1 } : null;
    }
    const noun = readNoun(tokens, at);
    if (noun) return withRate(tokens, noun);
  }
  if (token.text === '×' && !token.spaced && tokens.at(at + 1).kind !== 'digits')
    return { ...NO_UNIT, unit: 'factor', next: at + 1 };
  return withRate(tokens, { ...NO_UNIT, next: index });
}
