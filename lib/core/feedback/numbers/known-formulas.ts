import { isPlain } from '../findings/stance';
import type { ConceptId } from './concepts';
import type { Derivation, Draft } from './ledger';
import { isClose, type Quantity } from './quantity';
import { saidProduct } from './said-products';
import { sayCount, sayTime, sayValue } from './say-value';
import { quotePart, type Statement } from './statements';
import { vectorMemory } from './vector-memory';

/*
 * Formulas that every design of this kind uses, all identities: requests a second = daily users × requests of one a day ÷ 86,400;
 * peak = average × peak factor; vector memory = items × dimensions × bytes of a number; days of an experiment ≥ sample of an arm ÷
 * (daily users × the arm's share).
 */

const SECONDS_PER_DAY = 86_400;
/** A derived figure that is off by less than this was rounded on the way. */
const LOOSE = 0.15;
const SMALLER = /\b(?:pq|quanti[sz]\w*|compress\w*|codes?|binary|per shard|each|delta|saved?|saves|less|more)\b/i;

/** The one entry of a concept, said plainly; null when there is none or a second. */
export const only = (drafts: readonly Draft[], concept: ConceptId): Draft | null => {
  const all = drafts.filter((one) => one.concept === concept && isPlain(one.statement));
  return all.length === 1 ? (all[0] ?? null) : null;
};

/** The entries of a concept that say one value in several ways: "1.5B loads a day" and "17.4k QPS". None when they differ. */
function alike(drafts: readonly Draft[], concept: ConceptId): Draft[] {
  const all = drafts.filter((one) => one.concept === concept && isPlain(one.statement));
  const [first] = all;
  return first && all.every((one) => isClose(one.quantity.value, first.quantity.value)) ? all : [];
}

const HOUR = 3600;

/**
 * True when a figure beside those of a formula may be what it leaves out: "two pages each", "90 % of them", "over 16 hours". The result
 * then follows in another way, which is as good.
 */
function isExplained(said: Quantity, expected: number, beside: readonly Quantity[]): boolean {
  return beside.some(({ unit, value, written }) => {
    if (unit === 'seconds') return value >= HOUR && value < SECONDS_PER_DAY;
    const isShare = unit === 'ratio' && value > 0 && value < 1;
    const isTimes =
      ['count', 'factor', 'items', 'requests', 'itemsPerSecond', 'instances'].includes(unit) &&
      written > 1 &&
      written < 1000;
    const factor = isShare ? value : written;
    const ways = isShare ? [factor, 1 - factor, 1 + factor, 1 / factor] : [factor, 1 / factor];
    return (isShare || isTimes) && ways.some((one) => isClose(said.value, expected * one));
  });
}

/** The other figures of these statements, of those next to them, and of the table of scale. */
function figuresBeside(used: readonly Draft[], statements: readonly Statement[]): Quantity[] {
  const orders = used.map(({ statement }) => statement.order);
  const own = new Set(used.flatMap(({ quantity, reused }) => [quantity, ...reused.map((one) => one.quantity)]));
  return statements
    .filter(({ order, field }) => field === 'scale' || orders.some((one) => Math.abs(one - order) <= 1))
    .flatMap(({ quantities }) => quantities.filter((one) => !own.has(one)));
}

function derive(
  draft: Draft,
  derivation: Derivation,
  inputs: readonly Draft[],
  statements: readonly Statement[],
): void {
  const [input] = inputs;
  if (!input) return;
  const { quantity, statement } = draft;
  const { expected, says } = derivation;
  const holds = isClose(quantity.value, expected, LOOSE) || isClose(quantity.high, expected, LOOSE);
  if (!holds && isExplained(quantity, expected, figuresBeside([draft, ...inputs], statements))) return;
  draft.derivation ??= derivation;
  if (holds) return;
  const why = `${says} comes to ${sayValue(expected, quantity.unit, quantity.noun)}, and here it is ${sayValue(quantity.value, quantity.unit, quantity.noun)}.`;
  const quotes = [quotePart(statement, quantity), quotePart(input.statement, input.quantity)] as const;
  draft.stale ??= { kind: 'does-not-follow', why, quotes };
}

/** Requests a second, average and peak. Only where each part is stated once in the whole attempt. */
export function deriveTraffic(drafts: readonly Draft[], statements: readonly Statement[]): void {
  const users = only(drafts, 'daily-users');
  const each = only(drafts, 'requests-per-user');
  const peak = only(drafts, 'peak-requests');
  const factor = only(drafts, 'peak-factor');
  const averages = alike(drafts, 'average-requests');
  const [average] = averages;
  if (users && each) {
    const expected = users.quantity.value * each.quantity.value;
    const inputs = [users.id, each.id];
    const says = 'Daily users × requests of one a day ÷ 86,400';
    for (const one of averages)
      derive(one, { formula: 'average-requests', says, inputs, expected }, [users, each], statements);
    if (peak && factor && drafts.every(({ concept }) => concept !== 'average-requests')) {
      const derivation = {
        formula: 'peak-requests',
        says: `${says} × peak factor`,
        inputs: [...inputs, factor.id],
        expected: expected * factor.quantity.value,
      } as const;
      derive(peak, derivation, [users, each, factor], statements);
    }
  }
  if (average && factor && peak) {
    const expected = average.quantity.value * factor.quantity.value;
    const inputs = [average.id, factor.id];
    const says = 'Average × peak factor';
    derive(peak, { formula: 'peak-requests', says, inputs, expected }, [average, factor], statements);
  }
}

/** Memory of a machine, which is no size of anything: "fits in 64 GB", "64 GB machines". */
const OF_MACHINES = /\b(?:fits?|machines?|nodes?|servers?|ram|each|gpus?|hosts?|budget|limit)\b/i;

/** "100M vectors of 128 dims in fp32 take 51.2 GB", in one sentence or in two beside each other that hold one of each. */
export function deriveMemory(
  statement: Statement,
  before: Statement | null,
  draftOf: (quantity: Quantity) => Draft | undefined,
  statements: readonly Statement[],
): void {
  const memories = statement.quantities.filter(({ unit, value }) => unit === 'bytes' && value >= 1e6);
  const [said] = memories;
  const memory = said && draftOf(said);
  if (!said || !memory || memories.length !== 1) return;
  const own = vectorMemory(statement.quantities, 1e5);
  const isBeside = !own && before?.path === statement.path && before.slot === statement.slot && before.cells === null;
  const vectors = own ?? (isBeside ? vectorMemory([...before.quantities, ...statement.quantities], 1e5) : null);
  const text = own || !before ? statement.text : `${before.text} ${statement.text}`;
  if (!vectors || SMALLER.test(text) || OF_MACHINES.test(text) || !isPlain({ text })) return;
  if (!own && before?.quantities.some(({ unit }) => unit === 'bytes')) return;
  const input = draftOf(vectors.items);
  if (!input || input === memory) return;
  const from = [input, draftOf(vectors.dimensions), draftOf(vectors.format)].filter((one) => one !== undefined);
  const inputs = from.map(({ id }) => id);
  const says = 'Items × dimensions × bytes a number';
  derive(memory, { formula: 'vector-memory', says, inputs, expected: vectors.bytes }, from, statements);
}

/** "200M rows of 500 B, so the table takes 100 GB", in one sentence. */
export function deriveSaidProduct(
  statement: Statement,
  draftOf: (quantity: Quantity) => Draft | undefined,
  statements: readonly Statement[],
): void {
  const product = saidProduct(statement);
  const result = product && draftOf(product.result);
  if (!product || !result) return;
  const from = product.factors.map(draftOf).filter((one) => one !== undefined && one !== result) as Draft[];
  if (from.length !== product.factors.length) return;
  const says = product.factors.map(({ text }) => text).join(' × ');
  const inputs = from.map(({ id }) => id);
  derive(result, { formula: 'implied', says, inputs, expected: product.expected }, from, statements);
}

/** The row of an experiment: its days must be enough for its sample, if nobody came twice. */
export function deriveDays(statement: Statement, own: readonly Draft[], users: Draft | null): void {
  const { unit, n_per_arm: sample, days, split } = statement.cells ?? {};
  if (statement.field !== 'experiment' || !users || !sample?.quantity || !days?.quantity || !split) return;
  if (!/\b(?:users?|people|persons?|members?|viewers?)\b/i.test(unit?.text ?? '')) return;
  const shares = statement.quantities.filter(
    (one) => one.unit === 'ratio' && one.start >= split.start && one.end <= split.end,
  );
  if (shares.length === 0) return;
  const least = sample.quantity.value / (users.quantity.value * Math.max(...shares.map(({ value }) => value)));
  const draft = own.find(({ quantity }) => quantity === days.quantity);
  if (!draft) return;
  const expected = least * SECONDS_PER_DAY;
  const input = own.find(({ quantity }) => quantity === sample.quantity);
  const inputs = [users.id, ...(input ? [input.id] : [])];
  draft.derivation ??= {
    formula: 'experiment-days',
    says: 'Sample of an arm ÷ its daily users, at least',
    inputs,
    expected,
  };
  if (days.quantity.high >= expected * (1 - LOOSE)) return;
  const why = `The sample needs at least ${sayTime(expected)} at ${sayCount(users.quantity.value)} daily users, and ${sayTime(days.quantity.high)} are planned.`;
  draft.stale ??= {
    kind: 'does-not-follow',
    why,
    quotes: [quotePart(statement, days), quotePart(users.statement, users.quantity)],
  };
}
