import { conceptOf } from '../numbers/concepts';
import { isQualified, type Quantity } from '../numbers/quantity';
import { sayCount, sayNumber, sayShare } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import { wordsAround } from '../numbers/words-around';
import type { Rule } from './finding';
import { isPlain, saysNothingBut, wordSet } from './stance';

const SECONDS_PER_DAY = 86_400;
/** The largest share of the traffic that one of two arms can have. */
const HALF = 0.5;
const TOLERANCE = 1.05;
const BY_PERSON =
  /\b(?:users?|people|persons?|members?|viewers?|visitors?|shoppers?|customers?|riders?|readers?|accounts?)\b/i;

/** Counted is something else than people who come: visits of theirs, or people of several such experiments. */
const NOT_PEOPLE =
  /\b(?:(?:user|person|member|viewer|people)[- ](?:days?|weeks?|sessions?|hours?)|sessions?|visits?|impressions?|quer(?:y|ies)|requests?|searches|views?|events?|orders?|rows?|pairs?|switch-?backs?|across (?:\w+ )?(?:experiments?|countries|markets|tests)|cuped|variance reduction|stratif\w*|cuts? it|more than there|pooled|meta-?analysis|repeated)\b/i;
/** All that may be said of a number of people that is surely that of all who come. */
const SAID_OF_ALL = wordSet(
  `we i have has there are is dau daily active users user members member people viewers visitors shoppers customers riders with about roughly a
   the of in total million m k b every day visit use uses using come app site page home our plan for on so it service million reckon each makes
   make requests request loads quantity`,
);
const GROWS =
  /\b(?:grow\w*|doubl\w*|soon|next (?:year|month|quarter)|by (?:the end|20\d\d)|at least|more than|over|see|sees|reach\w*)\b/i;
/** The people of one place or one device are not all there are. */
const OF_A_PART =
  /\b(?:pilot\w*|launch\w*|beta|markets?|cit(?:y|ies)|countr(?:y|ies)|regions?|tier|web|mobile|ios|android|tv|desktop|premium|free|eu|us|uk|today|this year|at first|initial\w*|subset|segment|cohort|so far)\b|\b(?:in|from|of) (?:the )?[A-Z]\w+/;

interface Experiment {
  readonly perArm: number;
  readonly days: number;
  readonly share: number;
  readonly statement: Statement;
}

/** The greatest number of daily users that is stated: the rule must hold for all readings. */
function dailyUsers(statements: readonly Statement[]): { value: number; statement: Statement } | null {
  let most: { value: number; statement: Statement } | null = null;
  for (const statement of statements) {
    for (const quantity of statement.quantities) {
      if (quantity.unit !== 'users' || isQualified(quantity, 'perArm') || quantity.value < 1000) continue;
      // Any number of people, daily or not, may be the one the sample is drawn from.
      if (most && most.value >= quantity.high) continue;
      most = { value: quantity.high, statement };
    }
  }
  // The greatest number itself has to be the daily one: "1M DAU and 40M registered users".
  const daily = most?.statement.quantities.find(
    (one) =>
      one.high === most?.value &&
      conceptOf(one, most.statement.text, wordsAround(most.statement, one)) === 'daily-users',
  );
  if (!daily || !most || OF_A_PART.test(most.statement.text) || GROWS.test(most.statement.text)) return null;
  const said = most.statement.cells?.quantity?.text ?? wordsAround(most.statement, daily);
  if (!saysNothingBut(said, SAID_OF_ALL)) return null;
  return { value: daily.high, statement: most.statement };
}

/** The share of the traffic that an arm gets: "5 % / 5 %", "1 % arm". Half when it is not said. */
function armShare(quantities: readonly Quantity[]): number {
  const shares = quantities
    .filter(({ unit, high }) => unit === 'ratio' && high > 0 && high <= 1)
    .map(({ high }) => high);
  return shares.length === 0 ? HALF : Math.max(...shares);
}

function typed(statement: Statement): Experiment | null {
  const { unit, n_per_arm: sample, days } = statement.cells ?? {};
  if (statement.field !== 'experiment' || !sample?.quantity || !days?.quantity || !unit || !BY_PERSON.test(unit.text))
    return null;
  if (!['count', 'users'].includes(sample.quantity.unit) || NOT_PEOPLE.test(statement.text)) return null;
  const split = statement.quantities.filter(
    (one) => statement.cells?.split && one.start >= statement.cells.split.start && one.end <= statement.cells.split.end,
  );
  const ratios = split.filter(({ unit: kind }) => kind === 'ratio');
  // "50/50" is half each; other figures without a unit are not understood, and half is the most there can be.
  return {
    perArm: sample.quantity.value,
    days: days.quantity.high / SECONDS_PER_DAY,
    share: armShare(ratios),
    statement,
  };
}

/** "2.5M users per arm for 14 days". */
function prose(statement: Statement, next: Statement | undefined): Experiment | null {
  if (statement.cells || !isPlain(statement) || NOT_PEOPLE.test(statement.text)) return null;
  const sample = statement.quantities.filter((one) => isQualified(one, 'perArm') && one.unit === 'users');
  const [size] = sample;
  if (!size || sample.length !== 1) return null;
  const near = [...statement.quantities, ...(next?.path === statement.path ? next.quantities : [])];
  const times = near.filter(({ unit, value }) => unit === 'seconds' && value >= SECONDS_PER_DAY);
  const [time] = times;
  if (!time || times.length !== 1) return null;
  // A share that is not surely an arm's may be an effect or a level: only half is taken then.
  const arms = near.filter(
    (one) =>
      one.unit === 'ratio' &&
      /\barms?\b|\bof (?:the )?(?:traffic|users|people|members)\b/i.test(wordsAround(statement, one)),
  );
  return { perArm: size.value, days: time.high / SECONDS_PER_DAY, share: Math.max(HALF, armShare(arms)), statement };
}

/**
 * The sample is larger than all the people there are for it: an arm's share of the daily users, times the days, even if nobody
 * ever came twice.
 */
export const sampleBeyondTraffic: Rule = ({ statements }) => {
  const users = dailyUsers(statements);
  if (!users) return [];
  for (const [index, statement] of statements.entries()) {
    const plan = typed(statement) ?? prose(statement, statements[index + 1]);
    if (!plan || statement === users.statement || plan.days <= 0) continue;
    const most = users.value * plan.share * plan.days;
    if (plan.perArm <= most * TOLERANCE) continue;
    const why = `${sayShare(plan.share)} of ${sayCount(users.value)} daily users over ${sayNumber(plan.days)} days are ${sayCount(most)} at most, and an arm is to have ${sayCount(plan.perArm)}.`;
    return [{ rule: 'sample-beyond-traffic', why, quotes: [quoteOf(statement), quoteOf(users.statement)] }];
  }
  return [];
};
