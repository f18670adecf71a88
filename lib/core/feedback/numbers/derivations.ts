import { isPlain } from '../findings/stance';
import type { ConceptId } from './concepts';
import { checkEquation, type Equation, equationsIn } from './equations';
import { findQuantities } from './find-quantities';
import { implyDerivations } from './implied';
import { deriveDays, deriveMemory, deriveSaidProduct, deriveTraffic, only } from './known-formulas';
import type { Draft } from './ledger';
import { isClose, type Quantity } from './quantity';
import { sayCount, sayValue } from './say-value';
import { quoteOf, quotePart, type Statement } from './statements';

/*
 * How the quantities of an attempt hang together: by calculations that are written out, by known formulas, and by what their units
 * and values show.
 */

const SECONDS_PER_DAY = 86_400;
/** Of these a system has one. Others are stated for parts of it, and two values of them prove nothing. */
const SINGLE = (concept: ConceptId) => concept === 'daily-users' || concept.startsWith('catalogue-');
/** Less than half of the other or more than twice: then it is another figure, and not another reading of it. */
const APART = 0.5;

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
    const draftOf = (quantity: Quantity) => byQuantity.get(quantity);
    deriveMemory(statement, statements[statement.order - 1] ?? null, draftOf, statements);
    deriveSaidProduct(statement, draftOf, statements);
    for (const equation of equationsIn(statement.text, statement.start, statement.quantities)) {
      const result = equation.result && byQuantity.get(equation.result);
      if (equation.result && result && isPlain(statement))
        applyEquation(equation, equation.result, result, statement, drafts);
    }
  }
  deriveTraffic(drafts, statements);
  implyDerivations(drafts);
}
