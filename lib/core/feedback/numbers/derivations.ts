import { isPlain } from '../findings/stance';
import type { ConceptId } from './concepts';
import { checkEquation, type Equation, equationsIn } from './equations';
import { findQuantities } from './find-quantities';
import type { Derivation, Draft } from './ledger';
import { isClose, type Quantity } from './quantity';
import { sayCount, sayTime, sayValue } from './say-value';
import { quoteOf, quotePart, type Statement } from './statements';

/*
 * How the quantities of an attempt hang together. Formulas, all identities: requests a second = daily users × requests of one
 * a day ÷ 86,400; peak = average × peak factor; vector memory = items × dimensions × bytes of a number; days of an experiment
 * ≥ sample of an arm ÷ (daily users × the arm's share).
 */

const SECONDS_PER_DAY = 86_400;
/** A derived figure that is off by less than this was rounded on the way. */
const LOOSE = 0.15;
/** Of these a system has one. Others are stated for parts of it, and two values of them prove nothing. */
const SINGLE = (concept: ConceptId) => concept === 'daily-users' || concept.startsWith('catalogue-');
/** Less than half of the other or more than twice: then it is another figure, and not another reading of it. */
const APART = 0.5;
const SMALLER = /\b(?:pq|quanti[sz]\w*|compress\w*|codes?|binary|per shard|each|delta|saved?|saves|less|more)\b/i;

/** The same concept with two values, both said plainly: the later one is marked. */
function markDifferent(drafts: readonly Draft[]): void {
  const first = new Map<ConceptId, Draft>();
  for (const draft of drafts) {
    const { concept, quantity, statement } = draft;
    if (!concept || !SINGLE(concept) || !isPlain(statement)) continue;
    const before = first.get(concept);
    if (!before) {
      first.set(concept, draft);
      continue;
    }
    if (isClose(before.quantity.value, quantity.value, APART)) continue;
    const said = (one: Quantity) => sayValue(one.value, one.unit, one.noun);
    const why = `First it is ${said(before.quantity)}, then ${said(quantity)}.`;
    draft.stale ??= {
      kind: 'differs',
      why,
      quotes: [quotePart(before.statement, before.quantity), quotePart(statement, quantity)],
    };
  }
}

const only = (drafts: readonly Draft[], concept: ConceptId): Draft | null => {
  const all = drafts.filter((one) => one.concept === concept && isPlain(one.statement));
  return all.length === 1 ? (all[0] ?? null) : null;
};

function derive(draft: Draft, derivation: Derivation, input: Draft): void {
  draft.derivation ??= derivation;
  if (
    isClose(draft.quantity.value, derivation.expected, LOOSE) ||
    isClose(draft.quantity.high, derivation.expected, LOOSE)
  )
    return;
  const why = `${derivation.says} comes to ${sayValue(derivation.expected, draft.quantity.unit, draft.quantity.noun)}, and here it is ${sayValue(draft.quantity.value, draft.quantity.unit, draft.quantity.noun)}.`;
  const quotes = [quotePart(draft.statement, draft.quantity), quotePart(input.statement, input.quantity)] as const;
  draft.stale ??= { kind: 'does-not-follow', why, quotes };
}

/** Requests a second, average and peak. Only where each part is stated once in the whole attempt. */
function deriveTraffic(drafts: readonly Draft[]): void {
  const users = only(drafts, 'daily-users');
  const each = only(drafts, 'requests-per-user');
  const average = only(drafts, 'average-requests');
  const peak = only(drafts, 'peak-requests');
  const factor = only(drafts, 'peak-factor');
  if (users && each && average) {
    const expected = users.quantity.value * each.quantity.value;
    derive(
      average,
      {
        formula: 'average-requests',
        says: 'Daily users × requests of one a day ÷ 86,400',
        inputs: [users.id, each.id],
        expected,
      },
      users,
    );
  }
  if (average && factor && peak) {
    const expected = average.quantity.value * factor.quantity.value;
    derive(
      peak,
      { formula: 'peak-requests', says: 'Average × peak factor', inputs: [average.id, factor.id], expected },
      average,
    );
  }
}

/** "100M vectors of 128 dims in fp32 take 51.2 GB", in one statement that has one of each. */
function deriveMemory(statement: Statement, own: readonly Draft[]): void {
  const of = (unit: Quantity['unit'], least = 0) =>
    statement.quantities.filter((one) => one.unit === unit && one.value >= least);
  const vectors = [...of('items', 1e5), ...of('count', 1e5)];
  const [items] = vectors;
  const [dimensions, more] = of('dimensions');
  const [format, other] = of('bytesPerNumber');
  const memories = of('bytes', 1e6);
  if (!items || !dimensions || !format || more || other || vectors.length !== 1 || memories.length !== 1) return;
  const memory = own.find(({ quantity }) => quantity === memories[0]);
  const input = own.find(({ quantity }) => quantity === items);
  if (!memory || !input || SMALLER.test(statement.text) || !isPlain(statement)) return;
  const inputs = own.filter(({ quantity }) => quantity === items || quantity === dimensions).map(({ id }) => id);
  const expected = items.value * dimensions.value * format.value;
  derive(memory, { formula: 'vector-memory', says: 'Items × dimensions × bytes a number', inputs, expected }, input);
}

/** The row of an experiment: its days must be enough for its sample, if nobody came twice. */
function deriveDays(statement: Statement, own: readonly Draft[], users: Draft | null): void {
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

/** What stands behind the equals sign, or in a row of the scale table, against the calculation written for it. */
function applyEquation(
  equation: Equation,
  said: Quantity,
  result: Draft,
  statement: Statement,
  drafts: readonly Draft[],
): void {
  const { holds, value } = checkEquation(equation, said);
  const inputs = equation.operands.flatMap((operand) => inputOf(operand, result, drafts)?.id ?? []);
  if (!holds && !equation.isWhole) return;
  const expected = holds ? said.value : value;
  result.derivation ??= {
    formula: 'written',
    says: quotePart(statement, equation.span).text,
    inputs: [...new Set(inputs)],
    expected,
  };
  if (holds) return;
  const why = `The calculation comes to ${sayCount(value)}, and ${said.text} stands for it.`;
  result.stale ??= {
    kind: 'does-not-follow',
    why,
    quotes: [quotePart(statement, equation.span), quotePart(statement, said)],
  };
}

/** The entry that a number of a calculation was taken from: the one with the same written value, stated elsewhere or before. */
function inputOf(operand: Quantity, result: Draft, drafts: readonly Draft[]): Draft | null {
  const same = (one: Draft) =>
    one !== result &&
    (one.quantity === operand || (operand.written >= 1000 && isClose(one.quantity.written, operand.written, 0.01)));
  return drafts.find(same) ?? null;
}

/**
 * A row of the scale table whose calculation still starts from an old number of users: they were changed in their own row, and
 * not in what was derived from them.
 */
function markOldInput(equation: Equation, row: Draft, users: Draft | null, drafts: readonly Draft[]): void {
  const [first] = equation.operands;
  const perDay = equation.operands.some(({ written }) => written === SECONDS_PER_DAY);
  if (!first || !perDay || !users || users === row || first.written < 1000 || first.unit !== 'count') return;
  const known = drafts.some(
    (one) =>
      one.statement !== row.statement &&
      [one.quantity.value, one.quantity.written, one.quantity.value * SECONDS_PER_DAY].some((value) =>
        isClose(value, first.written),
      ),
  );
  if (known) return;
  const why = `The calculation starts from ${sayCount(first.written)}, and there are ${sayValue(users.quantity.value, 'users', users.quantity.noun)} daily.`;
  row.stale ??= {
    kind: 'does-not-follow',
    why,
    quotes: [quoteOf(row.statement), quotePart(users.statement, users.quantity)],
  };
}

function readScaleRow(
  statement: Statement,
  own: readonly Draft[],
  users: Draft | null,
  drafts: readonly Draft[],
): void {
  const { value, formula } = statement.cells ?? {};
  const row = own.find(({ quantity }) => quantity === value?.quantity);
  if (!formula || !row) return;
  // Only a cell that is one calculation from end to end.
  const quantities = findQuantities(formula.text).map((one) => ({
    ...one,
    start: one.start + formula.start,
    end: one.end + formula.start,
  }));
  const [equation, second] = equationsIn(formula.text, formula.start, quantities);
  if (!equation || second || equation.operands.length !== quantities.length - (equation.result ? 1 : 0)) return;
  markOldInput(equation, row, users, drafts);
  applyEquation(equation, row.quantity, row, statement, drafts);
}

/** Fills in how the entries follow from each other, and marks what no longer does. */
export function derivationsOf(drafts: readonly Draft[], statements: readonly Statement[]): void {
  const owned = new Map<Statement, Draft[]>();
  const byQuantity = new Map<Quantity, Draft>();
  for (const draft of drafts) {
    for (const { quantity } of [draft, ...draft.reused]) byQuantity.set(quantity, draft);
    const own = owned.get(draft.statement);
    if (own) own.push(draft);
    else owned.set(draft.statement, [draft]);
  }
  const users = only(drafts, 'daily-users');
  markDifferent(drafts);
  for (const statement of statements) {
    if (statement.cells) {
      const own = owned.get(statement) ?? [];
      readScaleRow(statement, own, users, drafts);
      deriveDays(statement, own, users);
      continue;
    }
    deriveMemory(statement, owned.get(statement) ?? []);
    for (const equation of equationsIn(statement.text, statement.start, statement.quantities)) {
      const result = equation.result && byQuantity.get(equation.result);
      if (equation.result && result && isPlain(statement))
        applyEquation(equation, equation.result, result, statement, drafts);
    }
  }
  deriveTraffic(drafts);
}
