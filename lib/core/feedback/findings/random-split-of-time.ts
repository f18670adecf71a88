import { quoteOf, type Statement } from '../numbers/statements';
import type { Rule } from './finding';
import { isPlain, mentions, plainMatch, saysNothingBut, wordSet } from './stance';

const RANDOM_SPLIT =
  /\b(?:split:? (?:\w+ ){0,3}shuffl\w+|shuffl\w+ (?:\w+ ){0,6}(?:split|take \d+)|shuffl\w+ (?:\w+ ){0,4}and (?:\w+ ){0,3}\d+\s?%|(?:random(?:ly)?|shuffled) (?:train\w*[ /-]?(?:test)? ?)?(?:split|partition|sample)\b|split\w* (?:\w+ ){0,4}(?:at random|randomly)|random(?:ly)? split\w*|k-?fold|cross-validation)/i;
/** It is the data that are split, and not people in an experiment or machines. */
const OF_DATA =
  /\b(?:train\w*|test|validation|val|hold-?out|dev set|folds?|k-?fold|cross-validation)\b|\b\d0\s?%?\s?\/\s?\d0\b/i;
const OF_PEOPLE =
  /\b(?:arms?|a\/b|ab test|treatment|control group|experiment|randomi[sz]ed|slots?|servers?|shards?)\b/i;
/** Keeping a person or a product on one side is a choice of its own. */
const BY_ENTITY =
  /\b(?:users?|products?|items?|queries|accounts?|members?|sellers?|sessions?|stores?|merchants?|advertisers?|creators?) (?:are|is|were|get|being) (?:\w+ )?(?:split|shuffled|assigned)\b|\bsplit\w* (?:the |all )?(?:users?|entit\w+|products?|items?|queries|accounts?|members?|sellers?|sessions?|stores?|merchants?|advertisers?|creators?)\b|\b(?:by|per|on|of) (?:the )?(?:users?|entit\w+|products?|items?|clusters?|quer\w+|groups?|accounts?|members?|sellers?|sessions?|stores?|merchants?)\b|\bgroup(?:ed)?[- ]/i;
const BY_TIME =
  /\b(?:by (?:time|date|day)|on (?:date|time)|in time|time[- ](?:based|split|ordered|aware)|temporal\w*|chronolog\w*|out[- ]of[- ]time|forward[- ]chaining|walk[- ]forward|rolling|later (?:days?|weeks?)|next (?:day|week|\d+ days)|last (?:day|week)|most recent|past and future|newer|future data|within (?:each|a|one|the same) (?:day|week|month)|(?:each|every|per) (?:day|week)|by hour|time series|prequential|progressive\w*|split date|cut-?off (?:date|day))\b/i;

/**
 * All that a sentence may say that shuffles the rows between training and test. There are random splits for other models, for people
 * who label, inside a day, of members or of machines: what it says besides may be one of those.
 */
const SAID_OF_THE_SPLIT = wordSet(
  `i we then after that so and the a an all data dataset set sets everything it row rows example examples record records sample samples event
   events click clicks impression impressions log logs interaction interactions purchase purchases transaction transactions view views
   is are be were split splits splitting shuffle shuffled shuffles shuffling random randomly at into in to for of by from as with train training
   test testing validation validate val dev hold out held holdout go goes take takes use uses using k fold folds cross gives give get
   gets robust estimate percent per cent rest`,
);

/** Words by which the candidate says that the rows are of a time. */
const OF_A_TIME =
  /\b(?:seasonal\w*|trends? change|(?:drifts?|changes?|shifts?|evolves?) (?:over|with) time|(?:clicks?|views?|watches|purchases|orders|rides|transactions|impressions|bookings|searches) (?:in|over|during|of) the (?:last|past|previous) (?:\d+ |few |two |three |seven |thirty )?(?:hour|day|week|month|minute)s?|(?:newest|latest|most recent|last (?:day|week|month|night)['’]s) (?:clicks|data|logs|interactions|rows|transactions)|(?:last|past) \d+ (?:days|weeks|months)|logs of the (?:last|past))\b/i;
/** It is the rows, their features or labels of which that is said, or what people do. */
const OF_THE_ROWS =
  /\b(?:train\w*|re-?train\w*|rows?|features?|labels?|examples?|data ?sets?|histor\w*)\b|\b(?:demand|traffic|clicks?|purchases?|sales|behaviou?r|data|tastes?|preferences|trends?|prices|fraud) (?:\w+ ){0,2}(?:seasonal|drifts?|changes?|shifts?|evolves?)\b/i;
const isOfRows = (one: Statement) =>
  one.field === 'features' || one.field === 'labels' || one.field === 'business_goal' || OF_THE_ROWS.test(one.text);
/** Or that they change with it: which is about the rows only where people make them. */
const DRIFTS = /\b(?:(?:data|concept|covariate|label) drift|drift (?:detection|is detected|monitor\w*))\b/i;
const MADE_BY_PEOPLE =
  /\b(?:click\w*|views?|watch\w*|purchas\w*|orders?|transactions?|impressions?|logs?|interactions?|sessions?|searches)\b/i;

const splitStatement = (statements: readonly Statement[]) =>
  statements.find((one) => {
    if (one.step !== null && one.step !== 'data' && one.step !== 'model' && one.step !== 'evaluate') return false;
    if (one.cells || OF_PEOPLE.test(one.text) || BY_TIME.test(one.text) || BY_ENTITY.test(one.text)) return false;
    if (!saysNothingBut(one.text, SAID_OF_THE_SPLIT)) return false;
    const isSplitField = one.field === 'split';
    if (!isSplitField && !OF_DATA.test(one.text)) return false;
    return (
      plainMatch(one.text, RANDOM_SPLIT) !== null ||
      (isSplitField && /^\s*random(?:ly)?\b/i.test(one.text) && plainMatch(one.text, /random/i) !== null)
    );
  });

/** Rows are shuffled between training and test, though the answer says elsewhere that they change with time. */
export const randomSplitOfTime: Rule = ({ statements }) => {
  const split = splitStatement(statements);
  if (!split) return [];
  const others = statements.filter((one) => one !== split);
  const dataSteps = others.filter(
    ({ step }) => step === 'data' || step === 'evaluate' || step === 'model' || step === null,
  );
  // Whoever also names a split by time means something else by the random one, or has thought of both.
  if (mentions(dataSteps, BY_TIME)) return [];
  const drifts = mentions(dataSteps, MADE_BY_PEOPLE) || mentions([split], MADE_BY_PEOPLE);
  const temporal =
    others.find((one) => isPlain(one) && OF_A_TIME.test(one.text) && isOfRows(one)) ??
    others.find((one) => drifts && isPlain(one) && DRIFTS.test(one.text));
  if (!temporal) return [];
  const why =
    'A random split puts rows of one day into training and test alike, and by this answer the data change with time.';
  return [{ rule: 'random-split-of-time', why, quotes: [quoteOf(split), quoteOf(temporal)] }];
};
