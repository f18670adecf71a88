import { quoteOf, type Statement } from '../numbers/statements';
import type { Rule } from './finding';
import { isPlain, wordSet } from './stance';

interface Outcome {
  /** Names it as a goal, by words that have no second meaning. */
  readonly goal: RegExp;
  /** Anything that may be a measure of it. */
  readonly measure: RegExp;
}

/** What a product is run for. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  retention: {
    goal: /\b(?:retention|churn|(?:people|users|viewers|members|visitors|shoppers) (?:who |should |still |will )*(?:return|come back|coming back|stay))\b/i,
    measure:
      /\b(?:reten\w*|retain\w*|churn\w*|return\w*|come back|coming back|d28|d7|d30|l28|day[- ]?(?:7|14|28|30)|(?:four|4|two|2|eight|8)[- ]weeks?|weeks? later|active|[dmw]au|sticky|stickiness|lapsed?|win-?back|reactivat\w*|uninstall\w*|cancel\w*|un-?subscri\w*|subscri\w*|visits? (?:per|a) (?:week|month)|days? (?:visited|with)|frequency|come again|still here|still (?:there|use)|stay\w*|loyal\w*|lifetime|ltv|holdback|hold-?out|long[- ]run)\b/i,
  },
  'watch time': {
    goal: /\b(?:watch time|watch(?:ed)? minutes|minutes watched|time spent)\b/i,
    measure:
      /\b(?:watch\w*|minutes|hours|time spent|dwell\w*|complet\w*|listen\w*|viewing|view time|session length|play(?:ed|ing)? time|engagement|time in)\b/i,
  },
  revenue: {
    goal: /\b(?:revenue|rpm|gmv|earnings|profit|turnover)\b/i,
    measure:
      /\b(?:revenue|rpm|ecpm|earn\w*|money|sales|gmv|income|profit\w*|margin|turnover|spend\w*|per mille|dollars?|euros?|value|arpu|aov|ltv|take rate|commission|fees?|billing|billed|budgets? spent|monetary|monetis\w*|monetiz\w*|yield|bid\w*|pay\w*|paid|bookings?|purchas\w*|orders?|\$)/i,
  },
  clicks: {
    goal: /\b(?:clicks|ctr|click[- ]through(?: rate)?|click rate)\b/i,
    measure: /\b(?:click\w*|ctr|engag\w*|taps?)\b/i,
  },
  conversion: {
    goal: /\b(?:conversions?|purchases|bookings|checkouts)\b/i,
    measure:
      /\b(?:conver\w*|purchas\w*|buy\w*|bought|orders?|book\w*|basket\w*|cart\w*|pay\w*|paid|complet\w*|checkout\w*|sales|revenue|gmv|transact\w*|sign-?ups?|leads?|applications?|install\w*|subscri\w*|deals?)\b/i,
  },
  satisfaction: {
    goal: /\b(?:satisfaction|satisfied|csat|nps)\b/i,
    measure:
      /\b(?:satisf\w*|survey\w*|csat|nps|rating\w*|happy|happi\w*|worthwhile|complain\w*|likes?|thumbs?|hides?|dismiss\w*|report(?:s|ed)? rate|not interested|regret\w*|questionnaires?|ask(?:s|ed|ing)?|polls?|interviews?|happier|quality|feedback|stars?|sentiment|worth)\b/i,
  },
  'fraud loss': {
    goal: /\b(?:fraud loss(?:es)?|losses (?:to|from) fraud|loss to fraud)\b/i,
    measure:
      /\b(?:fraud\w*|loss\w*|lost|chargeback\w*|stolen|prevent\w*|recover\w*|amount|dollars?|value|money|disput\w*)\b/i,
  },
};

/** The candidate knows that another metric stands for the goal, and says so. */
const STANDS_FOR =
  /\b(?:proxy|proxies|too slow|slow to|stands? (?:in )?for|surrogate|working metric|leading|instead|north star|long[- ]term|operationali\w*|measured (?:by|as|through|in)|translat\w*|drivers?|drives?|leads? to|correlat\w*|predict(?:s|ive|ors?) of|which i (?:measure|track|read)|i\.e|namely|that is|meaning|early (?:sign|signal)s?|through (?:better|more))\b/i;
/** The evaluation points back to the goal without naming it again. */
const POINTS_BACK =
  /\b(?:oec|overall evaluation criterion|north star|goal metric|business (?:metric|goal|outcome|objective)s?|the (?:goal|objective)|our (?:goal|objective)|stated (?:goal|metric|objective)|success metric|as (?:stated|agreed|above)|from (?:step|part) (?:1|one)|the metric above)\b/i;

/** The sentence that says what the system is for. */
const STATES_GOAL =
  /\b(?:(?:business |main |the |our )?(?:goal|objective|north star|success (?:metric|means|is))(?: is| here is|:)|success is measured by|optimi[sz]e for|(?:we|i) (?:want|optimi[sz]e|aim) (?:to |for )?|working metric is)\b/i;
/** Something else than a goal: to be kept as it is, or for later. */
const KEPT =
  /\b(?:flat|stable|constant|steady|no worse|guardrails?|constraints?|secondary|later|long run|among|several)\b/i;
const IS_EXPERIMENT =
  /\b(?:a\/b|ab[- ]test\w*|experiment\w*|online (?:metric|test|evaluation)|primary(?: metric)?|guardrails?|canary|arms?)\b/i;

/** All that a metric may be called without a doubt about what it measures, besides the words for an outcome. */
const SAID_OF_A_METRIC = wordSet(
  `the a an in of is are and or with as for on per by to our we i run use it half two one week weeks days day test ab b experiment online metric
   metrics primary secondary guardrail guardrails main rate rates ratio share number count average user users member members visitor
   visitors session sessions impression impressions page pages view views visit p ms latency error errors cost crash crashes timeout
   timeouts through up increase significantly higher arm arms traffic canary then compare compares compared which that watch hide hides
   no worse than at most least p`,
);
const isUnderstood = (text: string): boolean =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => SAID_OF_A_METRIC.has(word) || isMeasure(word));

const goalsIn = (text: string) => Object.keys(OUTCOMES).filter((one) => OUTCOMES[one]?.goal.test(text) === true);
const isMeasure = (text: string) => Object.values(OUTCOMES).some(({ measure }) => measure.test(text));

function goalStatement(statements: readonly Statement[]): Statement | null {
  const typed = statements.find(({ field }) => field === 'business_goal');
  if (typed) return isPlain(typed) ? typed : null;
  const said = statements.filter(
    (one) => !one.cells && (one.step === 'clarify' || one.step === null) && STATES_GOAL.test(one.text) && isPlain(one),
  );
  return said.length === 1 ? (said[0] ?? null) : null;
}

/**
 * What the candidate says the system is for is measured nowhere in the evaluation, though an experiment is described there with
 * another metric. One outcome must be named, and by words that have no second meaning.
 */
export const objectiveNotMeasured: Rule = ({ statements }) => {
  const goal = goalStatement(statements);
  if (!goal) return [];
  const named = goalsIn(goal.text);
  const [objective] = named;
  const measure = objective === undefined ? null : OUTCOMES[objective]?.measure;
  if (!objective || !measure || named.length !== 1) return [];
  const explained = statements.some((one) => one !== goal && STANDS_FOR.test(one.text) && measure.test(one.text));
  if (explained || STANDS_FOR.test(goal.text) || KEPT.test(goal.text)) return [];
  const measured = statements.filter(({ step, field }) => step === 'evaluate' && field !== 'eval_set');
  // A word of the goal anywhere in the evaluation, on a page without steps anywhere else, is enough to stay silent.
  if (measured.length === 0 || measured.some(({ text }) => measure.test(text) || POINTS_BACK.test(text))) return [];
  const typed = measured.filter((one) => one.field === 'online');
  const experiment =
    typed.find((one) => one.cells?.guardrail?.text === 'primary') ??
    (typed.length === 1 ? typed.find((one) => one.cells?.guardrail?.text !== 'guardrail') : undefined) ??
    measured.find((one) => !one.cells && IS_EXPERIMENT.test(one.text) && isPlain(one) && isMeasure(one.text));
  if (!experiment || (experiment.cells && !isMeasure(experiment.cells.primary?.text ?? ''))) return [];
  // A metric by a name that is not known may well be a measure of the goal.
  const online = typed.length > 0 ? typed.map(({ cells }) => cells?.primary?.text ?? '') : [experiment.text];
  if (!online.every(isUnderstood)) return [];
  const why = `The goal is ${objective}, and the experiment does not measure it.`;
  return [{ rule: 'objective-not-measured', why, quotes: [quoteOf(goal), quoteOf(experiment)] }];
};
