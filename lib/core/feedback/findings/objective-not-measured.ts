import { quoteOf, type Statement } from '../numbers/statements';
import type { Rule } from './finding';
import { isPlain } from './stance';

/** What a product is run for, each with the words for it. */
const OUTCOMES: Readonly<Record<string, RegExp>> = {
  retention:
    /\b(?:retention|retained?|retain|churn\w*|return(?:s|ing|ed)?|come back|coming back|d28|d7|d30|active (?:days|weeks)|stay(?:s|ing)?|loyal\w*)\b/i,
  'watch time': /\b(?:watch(?:ed|ing)?|minutes|hours|time spent|dwell\w*|completion|listening|viewing)\b/i,
  revenue:
    /\b(?:revenue|rpm|ecpm|earn\w*|money|sales|gmv|income|profit|margin|turnover|spend|per mille|dollars?|value per)\b/i,
  clicks: /\b(?:clicks?|ctr|click[- ]through)\b/i,
  conversion:
    /\b(?:conversions?|purchases?|buy\w*|bought|orders?|book(?:ed|ing)s?|baskets?|add[- ]to|checkout|sales)\b/i,
  satisfaction: /\b(?:satisf\w*|survey\w*|csat|nps|ratings?|happy|happi\w*|worthwhile|complaints?|likes?)\b/i,
  engagement: /\b(?:engag\w*|interact\w*|session\w*|clicks?|ctr|watch\w*|saves?|likes?|time spent|minutes|active)\b/i,
  'fraud loss': /\b(?:fraud\w*|loss(?:es)?|chargebacks?|declin\w*)\b/i,
  waiting: /\b(?:wait\w*|late\w*|on time|delays?|eta)\b/i,
};

/** The sentence that says what the system is for. */
const STATES_GOAL =
  /\b(?:(?:business |main |the |our )?(?:goal|objective|north star|success (?:metric|means|is))(?: is| here is|:)|success is measured by|optimi[sz]e for|(?:we|i) (?:want|optimi[sz]e|aim) (?:to |for )?|working metric is)\b/i;
const IS_EXPERIMENT =
  /\b(?:a\/b|ab[- ]test\w*|experiment\w*|online (?:metric|test|evaluation)|primary(?: metric)?|guardrails?|canary|arms?)\b/i;

const outcomesIn = (text: string) => Object.keys(OUTCOMES).filter((one) => OUTCOMES[one]?.test(text) === true);

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
  const named = outcomesIn(goal.text);
  const [objective] = named;
  if (!objective || named.length !== 1) return [];
  const measured = statements.filter(({ step, field }) => step === 'evaluate' && field !== 'eval_set');
  // A word of the goal anywhere in the evaluation, on a page without steps anywhere else, is enough to stay silent.
  if (measured.length === 0 || measured.some(({ text }) => OUTCOMES[objective]?.test(text))) return [];
  const typed = measured.filter((one) => one.field === 'online');
  const experiment =
    typed.find((one) => one.cells?.guardrail?.text === 'primary') ??
    measured.find(
      (one) => !one.cells && IS_EXPERIMENT.test(one.text) && isPlain(one) && outcomesIn(one.text).length > 0,
    );
  if (!experiment || (experiment.cells && outcomesIn(experiment.cells.primary?.text ?? '').length === 0)) return [];
  const why = `The goal is ${objective}, and the experiment does not measure it.`;
  return [{ rule: 'objective-not-measured', why, quotes: [quoteOf(goal), quoteOf(experiment)] }];
};
