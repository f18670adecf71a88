import type { Quote } from '../../quote';
import { isQualified } from '../numbers/quantity';
import { sayNumber, sayTime } from '../numbers/say-value';
import { quoteOf, quotePart, type Statement } from '../numbers/statements';
import type { Finding, Rule } from './finding';
import {
  isDoubtful,
  isNoStage,
  listedStages,
  OVERLAPS,
  STAGE_WORDS,
  type Stage,
  sureStages,
  typedStages,
} from './latency-stages';
import { IS_BUDGET, isOfHalf, type Target, targets, timesOf } from './latency-targets';
import { isPlain, saysNothingBut, wordSet } from './stance';

const IS_STAGE =
  /\b(?:encoder|rank(?:er|ing)|re-?rank(?:er|ing)?|retrieval|detector|detection|inference|scoring|forward pass|network|llm|model|cross-encoder|search)\b/i;
const TAKES = /\b(?:takes?|needs?|costs?|adds?|runs in|answers in|responds in)\b/i;
/** All that a sentence may say that adds stages up. */
const SAID_OF_A_SUM = new Set([
  ...STAGE_WORDS,
  ...wordSet(
    `latency budget budgets stages is are these they add adds up whole sum total in all altogether breakdown we i spend each every request
     passes passes through needs takes take costs cost then followed so makes make which that gives slack reserve headroom spare buffer
     margin left over milliseconds millisecond seconds our it serving path`,
  ),
]);
const IN_SEQUENCE = /\b(?:then|followed by)\b/i;
/** All that a sentence on a single stage may say: whatever else it says may be why its time is harmless. */
const SAID_OF_A_STAGE = wordSet(
  `the our a an this that its and of for per each every at in on with to all about around roughly some page request query user call p
   ms s seconds second milliseconds takes take needs need costs cost adds add runs answers responds serving online main final heavy deep
   large big cross encoder transformer neural dnn mlp bert vit two tower gpu model network stage step pass forward inference ranker
   ranking re reranker reranking rank retrieval detector detection scoring llm search ann image text item video product candidate
   single alone itself already so then whole full`,
);
/** And what one on several, one after the other, may not. */
const NOT_IN_REQUEST =
  /\b(?:offline|batch\w*|nightly|train\w*|build\w*|refresh\w*|timeout|deadline|async\w*|background|upload\w*|ingest\w*|index(?:ing|ed)|cold|warm\w*|start\w*|load\w*|deploy\w*|shadow|canary|laptop|cpus?|cores?|p50|median|on demand|after|cach\w*|miss\w*|rare\w*|some|sometimes|worst|per (?:\w+ )?(?:thousand|hundred|million)|distil\w*|quanti[sz]\w*|reduc\w*|down to)\b/i;

const MIN_TERMS = 3;
/** A sum of more stages is not written out. */
const MAX_WRITTEN = 10;
/** Half a rounding step: 101 ms in stages rounded to whole ms is no contradiction of 100. */
const TOLERANCE = 1.02;

/** The most lenient of those before a budget: a page may have 200 ms and its models 100. One of them must be a bound. */
function* lenientTargets(all: readonly Target[], budgets: readonly Budget[]): Generator<readonly [Budget, Target]> {
  let most: Target | null = null;
  let isBound = false;
  let next = 0;
  for (const budget of budgets) {
    for (let one = all[next]; one && one.statement.order < budget.statement.order; one = all[next]) {
      if (!most || one.seconds > most.seconds) most = one;
      isBound ||= isQualified(one.quantity, 'p99') || isQualified(one.quantity, 'atMost');
      next += 1;
    }
    if (most?.isSure && isBound) yield [budget, most];
  }
}

interface Budget {
  /** What was added, in seconds. */
  readonly times: readonly number[];
  readonly statement: Statement;
  /** Where they stand: one passage that holds them all, or one for each. */
  readonly quotes: readonly Quote[];
}

const sumOf = ({ times }: Budget): number => times.reduce((all, one) => all + one, 0);

/** Where something is said to run beside something else, by slot and step. */
const placeOf = ({ slot, step }: Statement) => `${slot} ${step}`;
const overlapsIn = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(statements.filter(({ cells, text }) => cells === null && OVERLAPS.test(text)).map(placeOf));

/** The budget of a table or of a list, whose stages are passages of their own. */
function ofStages(all: readonly Stage[], overlaps: ReadonlySet<string>): Budget[] {
  const [head] = all;
  if (!head) return [];
  const isMarked = all.some(({ name }) => OVERLAPS.test(name));
  const stages = sureStages(all, overlaps.has(placeOf(head.statement)) && !isMarked);
  if (stages.length === 0) return [];
  const quotes = stages.map(({ statement }) => quoteOf(statement));
  return [{ times: stages.map(({ seconds }) => seconds), statement: head.statement, quotes }];
}

/** "35 decode + 70 detector + 55 encoder": each term holds one number; in ms, when the sentence says so. */
function plusTerms(statement: Statement): number[] | null {
  const terms = statement.text.split('+');
  if (terms.length < 2) return null;
  const inMs = /\bms\b|\bmilliseconds?\b/.test(statement.text);
  let start = statement.start;
  const seconds: number[] = [];
  for (const [index, term] of terms.entries()) {
    const own = statement.quantities.filter((one) => one.start >= start && one.end <= start + term.length);
    // Two numbers between two signs: another sum has begun.
    if (index > 0 && index < terms.length - 1 && own.length > 1) return null;
    const quantity = index === 0 ? own.at(-1) : own[0];
    start += term.length + 1;
    if (!quantity) return null;
    const isBare = ['count', 'items', 'instances', 'requests'].includes(quantity.unit);
    if (quantity.unit !== 'seconds' && !(isBare && inMs)) return null;
    // What is left over is no stage, and neither is what follows the sum.
    const words = index === 0 ? (term.split(':').at(-1) ?? '') : (term.split('=')[0] ?? '');
    if (index === 0 ? isDoubtful(words) : isNoStage(words)) continue;
    seconds.push(quantity.unit === 'seconds' ? quantity.value : quantity.value / 1000);
  }
  return terms.length >= MIN_TERMS || IS_STAGE.test(statement.text) ? seconds : null;
}

/** Times that one sentence lists: after the word budget, or one after the other. */
function listedTimes(statement: Statement): number[] {
  const { text, quantities } = statement;
  const inOrder = IN_SEQUENCE.test(text) && IS_STAGE.test(text) && !NOT_IN_REQUEST.test(text);
  const listed = IS_BUDGET.test(text) && !/=|\bof\b/.test(text);
  if ((!listed && !inOrder) || isDoubtful(text) || /\b(?:total|sum|overall|slo|sla|limit)\b/i.test(text)) return [];
  const times = quantities.filter(({ unit }) => unit === 'seconds').map(({ value }) => value);
  const all = times.length === quantities.length ? times : [];
  return all.length >= (inOrder ? 2 : MIN_TERMS) ? all : [];
}

function proseBudgets(statements: readonly Statement[], overlaps: ReadonlySet<string>): Budget[] {
  return statements.flatMap((statement) => {
    if (statement.cells || !isPlain(statement) || overlaps.has(placeOf(statement))) return [];
    if (!saysNothingBut(statement.text, SAID_OF_A_SUM)) return [];
    const times = plusTerms(statement) ?? listedTimes(statement);
    return times.length > 1 ? [{ times, statement, quotes: [quoteOf(statement)] }] : [];
  });
}

const stagesNamed = (text: string) =>
  [...text.matchAll(new RegExp(IS_STAGE.source, 'gi'))].map(([word]) => word.toLowerCase().slice(0, 4));

/** A stage that takes longer than the whole request may. */
function singleStages(statements: readonly Statement[]): Budget[] {
  const inDesign = statements.filter(({ step }) => step === 'serve' || step === 'model');
  const timed = inDesign.flatMap((statement) => {
    const least = Math.min(...statement.quantities.map(({ unit, value }) => (unit === 'seconds' ? value : Infinity)));
    return Number.isFinite(least) ? [{ statement, least, names: new Set(stagesNamed(statement.text)) }] : [];
  });
  return timed.flatMap(({ statement, names }) => {
    const { text, cells, quantities } = statement;
    if (cells || !IS_STAGE.test(text) || !TAKES.test(text) || !isPlain(statement)) return [];
    if (!saysNothingBut(text, SAID_OF_A_STAGE) || quantities.length !== 1) return [];
    const times = timesOf(statement);
    const [only] = times;
    if (!only || isOfHalf(only) || isQualified(only.quantity, 'p999')) return [];
    // Who gives the same stage another time, in the next sentence perhaps, means another setting of it by this one.
    const isElsewhere = timed.some(
      (other) =>
        other.statement !== statement &&
        other.least < only.quantity.value &&
        (other.statement.order === statement.order + 1 || [...names].some((name) => other.names.has(name))),
    );
    return isElsewhere ? [] : [{ times: [only.quantity.value], statement, quotes: [quoteOf(statement)] }];
  });
}

/** "The 3 stages come to 40 + 30 + 60 = 130 ms > 100 ms, the latency agreed on." */
function says(times: readonly number[], limit: number): string {
  const sum = times.reduce((all, one) => all + one, 0);
  if (times.length === 1) return `This stage alone takes ${sayTime(sum)} > ${sayTime(limit)}, the latency agreed on.`;
  // Every digit that matters to the sum, where a figure alone would be rounded.
  const inMs = (seconds: number) => {
    const ms = Math.round(seconds * 100_000) / 100;
    return ms < 1000 ? String(ms) : sayNumber(ms);
  };
  const total = `${inMs(sum)} ms > ${inMs(limit)} ms, the latency agreed on.`;
  if (times.length > MAX_WRITTEN) return `The ${times.length} stages come to ${total}`;
  return `The ${times.length} stages come to ${times.map(inMs).join(' + ')} = ${total}`;
}

/**
 * The stages of a request add up to more than the latency that was agreed on. Stage p99s do not add up to a p99, so the sum is a
 * planning bound. Only what the request surely waits for is added, and the most lenient target is taken.
 */
export const latencyOverTarget: Rule = ({ statements }) => {
  const overlaps = overlapsIn(statements);
  const rows = typedStages(statements);
  const announces = (text: string) => /\b(?:latency|budget)/i.test(text) && IS_BUDGET.test(text);
  const budgets =
    rows.length > 0
      ? ofStages(rows, overlaps)
      : [
          ...listedStages(statements, announces).flatMap((stages) => ofStages(stages, overlaps)),
          ...proseBudgets(statements, overlaps),
          ...singleStages(statements),
        ];
  budgets.sort((a, b) => a.statement.order - b.statement.order);
  for (const [budget, limit] of lenientTargets(targets(statements), budgets)) {
    const [first, ...others] = budget.quotes;
    if (!first || sumOf(budget) <= limit.seconds * TOLERANCE) continue;
    // Who adds up something else that fits means the other design by this one.
    if (budgets.some((other) => other.times.length > 1 && sumOf(other) <= limit.seconds * TOLERANCE)) continue;
    const finding: Finding = {
      rule: 'latency-over-target',
      why: says(budget.times, limit.seconds),
      quotes: [first, quotePart(limit.statement, limit.statement)],
    };
    return [others.length === 0 ? finding : { ...finding, terms: budget.quotes }];
  }
  return [];
};
