import type { Derivation, Draft } from './ledger';
import { isQualified, type Quantity, type UnitKind } from './quantity';

/*
 * What a quantity was made from, seen from the numbers alone: products and quotients of quantities stated before it whose units
 * give its unit and whose values give its value, rounded as it is written. A quantity that can be made in two ways was made in
 * neither, as far as anybody can see.
 */

const SECONDS_PER_DAY = 86_400;
/** Nothing that is off by more was rounded, however few digits it is written with. */
const MOST_ROUNDING = 0.03;
/** Inputs were rounded too. */
const LEAST_ROUNDING = 0.006;
/** Of so many, at most, each result is tried: half stated first, half last. Three of them are multiplied at most. */
const MAX_INPUTS = 60;

interface Way {
  readonly inputs: readonly Draft[];
  readonly expected: number;
  readonly says: string;
}

/** How far a value may be off for the digits that it is written with: a half of the last one. */
export function roundingOf({ text, written }: Pick<Quantity, 'text' | 'written'>): number {
  const digits = /\d[\d,_\s'’]*(?:\.\d+)?/.exec(text)?.[0].replace(/[^\d.]/g, '') ?? '';
  const number = Number(digits);
  if (!Number.isFinite(number) || number <= 0 || written === 0) return LEAST_ROUNDING;
  const decimals = digits.includes('.') ? (digits.split('.')[1]?.length ?? 0) : 0;
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(digits)?.[0].length ?? 0);
  const half = 0.5 * 10 ** (decimals > 0 ? -decimals : zeros);
  return Math.min(MOST_ROUNDING, Math.max(LEAST_ROUNDING, half / number));
}

const shown = ({ quantity }: Draft): string => quantity.text.replaceAll(' · ', ' ');

class Inputs {
  readonly #all: readonly Draft[];
  readonly #result: Draft;

  constructor(all: readonly Draft[], result: Draft) {
    this.#all = all;
    this.#result = result;
  }

  of(unit: UnitKind, fits: (quantity: Quantity, draft: Draft) => boolean = () => true): Draft[] {
    return this.#all.filter((one) => one.quantity.unit === unit && fits(one.quantity, one));
  }

  /** Shares and factors are everywhere: only one that stands in the same sentence as the result was meant for it. */
  beside(unit: UnitKind, fits: (quantity: Quantity) => boolean = () => true): Draft[] {
    return this.of(unit, (quantity, { statement }) => statement === this.#result.statement && fits(quantity));
  }
}

/** All products of one of each list. */
function* products(...lists: readonly (readonly Draft[])[]): Generator<readonly Draft[]> {
  const [first, ...others] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const one of first) for (const rest of products(...others)) yield [one, ...rest];
}

const isOfOne = ({ per, unit, value }: Quantity) => unit === 'requestsPerSecond' && value < 1 && per !== null;
const isWhole = (quantity: Quantity) => !isOfOne(quantity) && !isQualified(quantity, 'perInstance');

const product = (inputs: readonly Draft[], after = '', factor = 1): Way => ({
  inputs,
  expected: inputs.reduce((all, { quantity }) => all * quantity.value, factor),
  says: `${inputs.map(shown).join(' × ')}${after}`,
});
const quotient = (over: Draft, under: Draft): Way => ({
  inputs: [over, under],
  expected: over.quantity.value / under.quantity.value,
  says: `${shown(over)} ÷ ${shown(under)}`,
});

/** The ways in which a quantity of this unit is made in a design of this kind. */
function* waysTo({ quantity, concept }: Draft, from: Inputs): Generator<Way> {
  const { unit, noun } = quantity;
  const ratios = () => from.beside('ratio', ({ value }) => value > 0 && value < 1);
  const rates = () => from.of('requestsPerSecond', isWhole);
  const factors = () =>
    from.of('factor', (one, draft) => draft.concept === 'peak-factor' || one.subject.includes('peak'));
  switch (unit) {
    case 'requestsPerSecond': {
      if (!isWhole(quantity)) return;
      const users = from.of('users', ({ value }) => value >= 1000);
      const each = from.of('requestsPerSecond', (_, draft) => draft.concept === 'requests-per-user');
      for (const inputs of products(users, each)) yield product(inputs, ' ÷ 86,400');
      for (const inputs of products(users, each, factors())) yield product(inputs, ' ÷ 86,400');
      if (concept !== 'average-requests') for (const inputs of products(rates(), factors())) yield product(inputs);
      for (const inputs of products(rates(), ratios())) yield product(inputs);
      const machines = from.of('instances');
      const own = from.of('requestsPerSecond', (one) => isQualified(one, 'perInstance'));
      for (const inputs of products(machines, own)) yield product(inputs);
      return;
    }
    case 'itemsPerSecond': {
      const items = from.of('items', (one) => one.value >= 2 && (one.noun === noun || noun === 'score'));
      for (const inputs of products(rates(), items)) yield product(inputs);
      const same = from.of('itemsPerSecond', (one) => one.noun === noun);
      for (const inputs of products(same, ratios())) yield product(inputs);
      return;
    }
    case 'bytes': {
      const dimensions = from.of('dimensions');
      const formats = from.of('bytesPerNumber');
      const things = [
        ...from.of('items', ({ value }) => value >= 1e4),
        ...from.of('count', ({ value }) => value >= 1e4),
      ];
      const small = from.of('bytes', ({ value }) => value <= 1e6);
      const long = from.of('seconds', ({ value }) => value >= SECONDS_PER_DAY);
      const flows = from.of('itemsPerSecond');
      if (quantity.value <= 1e6) for (const inputs of products(dimensions, formats)) yield product(inputs);
      else {
        for (const inputs of products(things, dimensions, formats)) yield product(inputs);
        for (const inputs of products(things, small)) yield product(inputs);
        for (const inputs of products(flows, long, small)) yield product(inputs);
        for (const inputs of products(from.of('bytesPerSecond'), long)) yield product(inputs);
        const large = from.of('bytes', ({ value }) => value > 1e6);
        const copies = from.beside('instances', (one) => one.noun === 'replica' && one.value <= 10);
        for (const inputs of products(large, [...from.beside('factor'), ...copies])) yield product(inputs);
        for (const inputs of products(large, ratios())) yield product(inputs);
      }
      return;
    }
    case 'bytesPerSecond': {
      const small = from.of('bytes', ({ value }) => value <= 1e8);
      for (const inputs of products(rates(), small)) yield product(inputs);
      for (const inputs of products(from.of('itemsPerSecond'), small)) yield product(inputs);
      return;
    }
    case 'instances': {
      const own = from.of('requestsPerSecond', (one) => isQualified(one, 'perInstance'));
      for (const [over, under] of products(rates(), own)) if (over && under) yield quotient(over, under);
      const large = from.of('bytes', ({ value }) => value > 1e9);
      for (const [over, under] of products(large, large))
        if (over && under && over.quantity.value > under.quantity.value) yield quotient(over, under);
      return;
    }
    case 'items': {
      const same = (one: Quantity) => one.noun === noun;
      const long = from.of('seconds', ({ value }) => value > SECONDS_PER_DAY);
      for (const inputs of products(from.of('itemsPerSecond', same), long)) yield product(inputs);
      for (const inputs of products(from.of('items', same), ratios())) yield product(inputs);
      return;
    }
    case 'users':
      for (const inputs of products(from.of('users'), ratios())) yield product(inputs);
      return;
    default:
  }
}

/** Machines are counted up, and other values rounded. */
function fits({ quantity }: Draft, { expected }: Way): boolean {
  if (!Number.isFinite(expected) || expected <= 0) return false;
  const within = roundingOf(quantity);
  const isNear = (value: number) => Math.abs(value - expected) <= within * Math.abs(expected);
  if (quantity.unit === 'instances') return quantity.value === Math.ceil(expected) || isNear(quantity.value);
  return isNear(quantity.value) || isNear(quantity.high);
}

/** What an entry was made from in the end: through others, down to what was not made from anything. */
function rootsOf(inputs: readonly Draft[], known: ReadonlyMap<string, Draft>): string {
  const roots = new Set<string>();
  const visit = (draft: Draft, depth: number) => {
    const from = depth < 4 && draft.derivation?.formula === 'implied' ? draft.derivation.inputs : [];
    if (from.length === 0) roots.add(draft.id);
    for (const id of from) {
      const input = known.get(id);
      if (input) visit(input, depth + 1);
    }
  };
  for (const one of inputs) visit(one, 0);
  return [...roots].sort().join(' ');
}

/**
 * Fills in what the entries were made from where their values leave one way only. Nothing is marked by it: it says what to look at
 * again when one of them is changed.
 */
export function implyDerivations(drafts: readonly Draft[]): void {
  const known = new Map(drafts.map((one) => [one.id, one]));
  const before: Draft[] = [];
  let waiting: Draft[] = [];
  let order = -1;
  for (const draft of [...drafts, null]) {
    // All that a sentence says may go into what it says: "11.6k QPS, from 200M DAU at 5 a day".
    if (draft === null || draft.statement.order !== order) {
      for (const one of waiting) if (!one.derivation) one.derivation = implied(one, before, known);
      waiting = [];
      order = draft?.statement.order ?? -1;
    }
    if (draft === null) return;
    before.push(draft);
    waiting.push(draft);
  }
}

function implied(draft: Draft, before: readonly Draft[], known: ReadonlyMap<string, Draft>): Derivation | null {
  // What stands farthest away is the least likely to be meant, but the scale is stated first of all.
  const usable = before.filter((one) => one !== draft && one.quantity.value > 0);
  const near =
    usable.length <= MAX_INPUTS ? usable : [...usable.slice(0, MAX_INPUTS / 2), ...usable.slice(-MAX_INPUTS / 2)];
  const ways: Way[] = [];
  const roots = new Set<string>();
  for (const way of waysTo(draft, new Inputs(near, draft))) {
    if (new Set(way.inputs).size < way.inputs.length || !fits(draft, way)) continue;
    roots.add(rootsOf(way.inputs, known));
    if (roots.size > 1) return null;
    ways.push(way);
  }
  const shortest = ways.sort((a, b) => a.inputs.length - b.inputs.length)[0];
  if (!shortest) return null;
  const { inputs, expected, says } = shortest;
  return { formula: 'implied', says, inputs: inputs.map(({ id }) => id), expected };
}
