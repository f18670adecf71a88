import type { UnitKind } from './quantity';

export const SECONDS_PER_DAY = 86_400;

/** What a unit word says: its kind, and how much of the base unit it is. */
export interface UnitWord {
  readonly unit: UnitKind;
  readonly factor: number;
  readonly noun?: string;
}

/** Words of time, in seconds. A month has 30 days, a year 365. */
export const PERIODS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  microsecond: 1e-6,
  ms: 1e-3,
  msec: 1e-3,
  millisecond: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  mins: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  d: SECONDS_PER_DAY,
  day: SECONDS_PER_DAY,
  wk: 7 * SECONDS_PER_DAY,
  week: 7 * SECONDS_PER_DAY,
  month: 30 * SECONDS_PER_DAY,
  yr: 365 * SECONDS_PER_DAY,
  year: 365 * SECONDS_PER_DAY,
};

const PREFIXES: Readonly<Record<string, number>> = { K: 1e3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };
const BINARY: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40, P: 2 ** 50 };

/** Bytes, bits and operations, which people tell apart by case: GB, Gb, GiB, gb, GFLOP. */
function prefixedUnit(word: string): UnitWord | null {
  const match = /^([KkMGTPmgtp]?)(iB|B|b|bytes?|bits?|FLOPs?|FLOPS)$/.exec(word);
  if (!match) return null;
  const [, prefix = '', base = ''] = match;
  const factor = prefix === '' ? 1 : (PREFIXES[prefix] ?? PREFIXES[prefix.toUpperCase()] ?? 1);
  if (base === 'iB') return { unit: 'bytes', factor: BINARY[prefix.toUpperCase()] ?? 1 };
  if (/^FLOP/i.test(base)) return { unit: 'operations', factor };
  if (base.startsWith('bit')) return { unit: 'bits', factor };
  if (base === 'b') return prefix === '' ? null : { unit: /[gkmtp]/.test(prefix) ? 'bytes' : 'bits', factor };
  // Whether a bare "B" means "billion" is told by whoever reads the number.
  return base === 'B' && prefix === '' ? null : { unit: 'bytes', factor };
}

const RATES = new Set(['qps', 'rps', 'tps']);

const LONG_PREFIXES: Readonly<Record<string, number>> = {
  kilobyte: 1e3,
  megabyte: 1e6,
  gigabyte: 1e9,
  terabyte: 1e12,
  petabyte: 1e15,
  gig: 1e9,
};

/** How many bytes a number takes in a format. */
export const NUMBER_FORMATS: Readonly<Record<string, number>> = {
  fp64: 8,
  float64: 8,
  fp32: 4,
  float32: 4,
  fp16: 2,
  bf16: 2,
  float16: 2,
  bfloat16: 2,
  fp8: 1,
  int8: 1,
  uint8: 1,
  int4: 0.5,
};

const DIMENSION_WORDS = new Set(['dim', 'dims', 'dimension', 'dimensional', 'dimensions']);

/** The unit that a word names by itself; null when it is none. Time words are taken in the singular or plural. */
export function unitWord(word: string): UnitWord | null {
  const lower = word.toLowerCase();
  if (RATES.has(lower)) return { unit: 'requestsPerSecond', factor: 1, noun: 'request' };
  if (DIMENSION_WORDS.has(lower)) return { unit: 'dimensions', factor: 1 };
  if (lower === 'percent') return { unit: 'ratio', factor: 0.01 };
  if (lower === 'bps' || lower === 'bp') return { unit: 'ratio', factor: 1e-4 };
  if (['dollar', 'dollars', 'usd', 'euro', 'euros', 'eur'].includes(lower)) return { unit: 'money', factor: 1 };
  if (lower === 'cent' || lower === 'cents') return { unit: 'money', factor: 0.01 };
  const long = LONG_PREFIXES[singular(lower)];
  if (long !== undefined) return { unit: 'bytes', factor: long };
  // "M" and "S" are no times: only the short forms in small letters are.
  const period = periodOf(word);
  if (period !== null) return { unit: 'seconds', factor: period };
  return prefixedUnit(word);
}

/** The length of a time word in seconds; null when it is none. */
export function periodOf(word: string): number | null {
  const lower = word.toLowerCase();
  if (word.length <= 2 && word !== lower) return null;
  return own(PERIODS, lower) ?? (lower.length > 3 ? own(PERIODS, singular(lower)) : null);
}

const USER_NOUNS = new Set(
  'user people person member viewer shopper customer visitor dau mau wau account buyer rider guest reader'.split(' '),
);
const REQUEST_NOUNS = new Set('request query search call pageload prediction load pageview'.split(' '));
const INSTANCE_NOUNS = new Set(
  'replica machine server instance pod gpu cpu node host shard card core worker container scorer vm box'.split(' '),
);
const ITEM_NOUNS = new Set(
  (
    'item video image photo picture ad product listing post document article vector embedding row example sample event ' +
    'impression click view watch start transaction payment order message chat conversation ticket record pair triplet ' +
    'candidate key read write token score upload session visit like purchase conversion label judgement annotation ' +
    'merchant creator advertiser campaign song track playlist movie film book hotel trip ride job restaurant store ' +
    'category class language country city feature parameter weight node edge friend connection id sku offer slot result ' +
    'page chunk file log case review fraud chargeback engineer analyst reviewer epoch step frame'
  ).split(' '),
);

/** A word without the plural's s, as far as that can be told from the word alone. */
export function singular(lower: string): string {
  if (lower === 'people') return 'person';
  if (/^(?:ads|ids|[cgt]pus|skus|daus)$/.test(lower)) return lower.slice(0, -1);
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x)es$/.test(lower)) return lower.slice(0, -2);
  return lower.length > 3 && lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower) ? lower.slice(0, -1) : lower;
}

/** What counting these things gives; null for a word that is not known as a thing to be counted. */
export function nounUnit(lower: string): { readonly unit: UnitKind; readonly noun: string } | null {
  const noun = singular(lower);
  if (USER_NOUNS.has(noun))
    return { unit: 'users', noun: noun === 'dau' || noun === 'mau' || noun === 'wau' ? noun : 'user' };
  if (REQUEST_NOUNS.has(noun)) return { unit: 'requests', noun };
  if (INSTANCE_NOUNS.has(noun)) return { unit: 'instances', noun };
  return ITEM_NOUNS.has(noun) ? { unit: 'items', noun } : null;
}

/** A property of the record itself: "constructor" is no unit. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
