import { isQualified, type Quantity } from '../numbers/quantity';
import { sayTime } from '../numbers/say-value';
import { quoteOf, quotePart, type Statement } from '../numbers/statements';
import type { Finding, Rule } from './finding';
import { isPlain } from './stance';

/** Stages that do not lengthen a request, or that are what is left over. */
const NOT_ADDED =
  /\b(?:slack|reserve|headroom|spare|buffer|margin|left|parallel|async\w*|offline|background|total|sum|overall)\b/i;
const STATES_TARGET =
  /\b(?:slo|sla|latency|response time|end[- ]to[- ]end|p99|99th percentile|must (?:answer|respond|return|be complete))\b/i;
const IS_BUDGET = /\b(?:budget|stages?|adds? up|in total|altogether|breakdown|the sum)\b/i;
const IS_STAGE =
  /\b(?:encoder|rank(?:er|ing)|re-?rank(?:er|ing)?|retrieval|detector|detection|inference|scoring|forward pass|network|llm|model|cross-encoder|search)\b/i;
const TAKES = /\b(?:takes?|needs?|costs?|adds?|runs in|answers in|responds in)\b/i;
const NOT_IN_REQUEST =
  /\b(?:offline|batch\w*|nightly|training|train|build\w*|index(?:ing|ed)|refresh\w*|timeout|deadline|cut|async\w*|per (?:image|epoch|step|batch)|streaming|background|upload\w*|publish\w*|ingest\w*|once|first token|parallel|hour\w*|days?)\b/i;

/** Longer than this no request takes: a window or a delay is meant. */
const MAX_TARGET_SECONDS = 30;
const MIN_STAGES = 3;
/** Half a rounding step: 101 ms in stages rounded to whole ms is no contradiction of 100. */
const TOLERANCE = 1.02;

interface Timed {
  readonly seconds: number;
  readonly statement: Statement;
  readonly quantity: Quantity;
}

const timesOf = (statement: Statement): Timed[] =>
  statement.quantities
    .filter(({ unit, high }) => unit === 'seconds' && high > 0 && high <= MAX_TARGET_SECONDS)
    .map((quantity) => ({ seconds: quantity.high, statement, quantity }));

/** The places where the candidate states a target, in the order of the attempt: the field for it, or else the sentences. */
function targets(statements: readonly Statement[]): Timed[] {
  const typed = statements
    .filter(({ field }) => field === 'slo')
    .flatMap((statement) => {
      const cell = statement.cells?.p99?.quantity;
      return cell ? [{ seconds: cell.high, statement, quantity: cell }] : [];
    });
  if (typed.length > 0) return typed;
  return statements
    .filter(({ field, text }) => field !== 'latency_budget' && STATES_TARGET.test(text) && !IS_BUDGET.test(text))
    .flatMap(timesOf);
}

/** The most lenient of those before a budget: a page may have 200 ms and its models 100. One of them must be a bound. */
function* lenientTargets(all: readonly Timed[], budgets: readonly Budget[]): Generator<readonly [Budget, Timed]> {
  let most: Timed | null = null;
  let isBound = false;
  let next = 0;
  for (const budget of budgets) {
    for (let one = all[next]; one && one.statement.order < budget.statement.order; one = all[next]) {
      if (!most || one.seconds > most.seconds) most = one;
      isBound ||= isQualified(one.quantity, 'p99') || isQualified(one.quantity, 'atMost');
      next += 1;
    }
    if (most && isBound) yield [budget, most];
  }
}

interface Budget {
  readonly seconds: number;
  readonly stages: number;
  readonly statement: Statement;
  readonly quote: Finding['quotes'][0];
}

function typedBudget(statements: readonly Statement[]): Budget | null {
  const rows = statements.filter(
    (one) => one.field === 'latency_budget' && !NOT_ADDED.test(one.cells?.stage?.text ?? ''),
  );
  const stages = rows.flatMap((statement) => {
    const quantity = statement.cells?.ms?.quantity;
    return quantity && quantity.value > 0 ? [{ statement, seconds: quantity.value }] : [];
  });
  const [first] = stages;
  if (!first || stages.length < 2) return null;
  const largest = stages.reduce((most, one) => (one.seconds > most.seconds ? one : most), first);
  const seconds = stages.reduce((sum, one) => sum + one.seconds, 0);
  return { seconds, stages: stages.length, statement: first.statement, quote: quoteOf(largest.statement) };
}

/** "35 decode + 70 detector + 55 encoder": each term holds one number; in ms, when the sentence says so. */
function plusTerms(statement: Statement): number[] | null {
  const terms = statement.text.split('+');
  if (terms.length < MIN_STAGES) return null;
  const inMs = /\bms\b|\bmilliseconds?\b/.test(statement.text);
  let start = statement.start;
  const seconds: number[] = [];
  for (const [index, term] of terms.entries()) {
    const own = statement.quantities.filter((one) => one.start >= start && one.end <= start + term.length);
    const quantity = index === 0 ? own.at(-1) : own[0];
    start += term.length + 1;
    if (!quantity) return null;
    const isBare = ['count', 'items', 'instances', 'requests'].includes(quantity.unit);
    if (quantity.unit !== 'seconds' && !(isBare && inMs)) return null;
    // What is left over is no stage, and neither is what follows the sum.
    if (!NOT_ADDED.test(term.split('=')[0] ?? ''))
      seconds.push(quantity.unit === 'seconds' ? quantity.value : quantity.value / 1000);
  }
  return seconds;
}

function proseBudgets(statements: readonly Statement[]): Budget[] {
  return statements.flatMap((statement) => {
    if (statement.cells || !isPlain(statement) || /\bparallel\b/i.test(statement.text)) return [];
    const terms = plusTerms(statement);
    const listed =
      IS_BUDGET.test(statement.text) && !/=|\bof\b/.test(statement.text) && !NOT_ADDED.test(statement.text);
    const times = statement.quantities.filter(({ unit }) => unit === 'seconds').map(({ value }) => value);
    const all = terms ?? (listed && times.length === statement.quantities.length ? times : []);
    if (all.length < MIN_STAGES) return [];
    const seconds = all.reduce((sum, one) => sum + one, 0);
    return [{ seconds, stages: all.length, statement, quote: quoteOf(statement) }];
  });
}

/** A stage that takes longer than the whole request may. */
function singleStages(statements: readonly Statement[]): Budget[] {
  return statements.flatMap((statement) => {
    const inDesign = statement.step === 'serve' || statement.step === 'model';
    const says = IS_STAGE.test(statement.text) && TAKES.test(statement.text) && !NOT_IN_REQUEST.test(statement.text);
    if (statement.cells || !inDesign || !says || !isPlain(statement)) return [];
    const times = timesOf(statement);
    const [only] = times;
    if (!only || times.length !== 1) return [];
    return [{ seconds: only.quantity.value, stages: 1, statement, quote: quoteOf(statement) }];
  });
}

/**
 * The stages of a request add up to more than the latency that was agreed on. Stage p99s do not add up to a p99, so the sum is a
 * planning bound; what is left over is not counted, and the most lenient target is taken.
 */
export const latencyOverTarget: Rule = ({ statements }) => {
  const typed = typedBudget(statements);
  const budgets = typed ? [typed] : [...proseBudgets(statements), ...singleStages(statements)];
  budgets.sort((a, b) => a.statement.order - b.statement.order);
  for (const [budget, limit] of lenientTargets(targets(statements), budgets)) {
    if (budget.seconds <= limit.seconds * TOLERANCE) continue;
    const sum = budget.stages === 1 ? 'This stage alone takes' : `The ${budget.stages} stages add up to`;
    const why = `${sum} ${sayTime(budget.seconds)}, and the latency agreed on is ${sayTime(limit.seconds)}.`;
    return [{ rule: 'latency-over-target', why, quotes: [budget.quote, quotePart(limit.statement, limit.statement)] }];
  }
  return [];
};
