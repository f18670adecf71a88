import type { Quantity } from '../numbers/quantity';
import { sayTime } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import type { Rule } from './finding';
import { isPlain, mentions, plainMatch, saysNothingBut, wordSet } from './stance';

const HOUR = 3600;
const DAY = 24 * HOUR;

const MATURES =
  /\b(?:labels?|chargebacks?|outcomes?|ground truth|conversions?|truth)\b[^.;]{0,50}\b(?:arriv\w*|mature\w*|take|takes|come|comes|known|delayed|complete|late|lag\w*|delay|final|reported|confirmed)\b|\b(?:label|conversion|chargeback) (?:delay|lag|latency|window)\b|\b(?:wait|delay)\w* (?:\w+ ){0,3}for (?:the |a )?labels?\b/i;
/** What makes young rows harmless: they wait, are weighted, or are filled in later. */
const HANDLED =
  /\b(?:wait\w*|buffer\w*|matur(?:e|ed|ity) (?:rows?|labels?|data|only)|only (?:rows|data|labels|transactions) (?:older|that|whose)|older than|censor\w*|delay(?:ed)?[- ](?:model|feedback|label\w*)|importance weight\w*|back-?fill\w*|proxy|proxies|early (?:signal|label)s?|surrogate|survival|hazard|closed? (?:after|when)|window (?:has )?(?:closed|passed|is over|ends)|positive[- ]unlabel\w*|fake negative\w*|label correction|corrected later|re-?label\w*|provisional|reviewed? cases|review(?:er)?s? labels?|watermark|as soon as|join\w*|human labels?)\b/i;
/** The same in words that are said of other things too: they count where rows, labels or training are spoken of. */
const WAITS =
  /\b(?:(?:days?|weeks?|hours?|months?)[- ](?:old|back|ago|earlier|behind)|closed|lag(?:s|ged|ging)?|shift(?:s|ed)?|offset|complete(?:d)?|settled|final(?:ised|ized)?|resolved|fully|known labels?|labelled (?:rows|data|examples)|whose (?:labels?|outcomes?)|with (?:a )?(?:known |final |complete )?labels?|(?:that )?have (?:a |their )?labels?|have arrived|attribut\w*|self-?supervis\w*|unsupervised|unlabel\w*|cut-?off|horizon|embargo|gap|once|count less|implicit|trailing|rolling|two heads|use[sd]?|using|left out|weigh\w*|decisions?|analysts?|(?:weak|soft|pseudo)[- ]labels?|(?:fast|slow) (?:head|label)s?|multi-?task|matur\w*|delay\w*)\b/i;
const OF_LEARNING = /\b(?:labels?|train\w*|re-?train\w*|rows?|examples?|positives?|outcomes?)\b/i;
/**
 * All that a sentence may say that gives the training its rhythm. Other models are trained too, on other labels, on older rows, when
 * there is a need: what it says besides may be one of those.
 */
const SAID_OF_TRAINING = wordSet(
  `we i the a an our my model models ranker is are be will re retrain retrains retrained retraining train trained training trains again
   incrementally incremental daily nightly weekly hourly monthly every each single per once overnight day days night nights week weeks hour
   hours month minute minutes d h on with from newest latest fresh new recent last all data rows row labels label events transactions
   logs online learning transaction click event example updates update updated the weights immediately continuously in real time sliding
   window automatically automatically and monitor drift redeploy deploy deployed at scratch so it stays up to date fine tune tuned then
   refreshed model`,
);
/** All that a sentence may say that gives the labels their delay. */
const SAID_OF_LABELS = wordSet(
  `labels label are is known come comes arrive arrives arriving take takes after the a an our for to mature matures day days week weeks hour hours
   month months d final delayed by delay delays until we know it each of outcomes outcome chargebacks chargeback conversions conversion
   purchases purchase reported confirmed complete late later lag lags latency window ground truth and so i only have has about with fraud
   clicks click return returns positives positive`,
);
/** What else is done in a rhythm: which of the two it belongs to has to be plain. */
const ALSO_DONE = /\b(?:monitor|check|report|alert|refresh|evaluat|comput|scor|updat|look|review)\w*\b/i;
const MAX_BETWEEN = 40;
const MOST_LABELS =
  /(?:\b(?:most|majority|nearly all|almost all|many|half|the bulk)|\d\s?%) (?:of )?(?:the |all )?(?:labels?|clicks|conversions?|chargebacks?|positives|outcomes?)\b/i;
/** Some labels are there earlier than the time that is named. */
const SOME_EARLIER = /\b(?:up to|at (?:most|the latest)|some|most|slowest|tail|survey|median|typically|usually)\b/i;
const RETRAINS =
  /\b(?:re-?train\w*|fine-?tun\w* again|train(?:ed|s|ing)? (?:again|incrementally|on the (?:newest|latest))|incremental(?:ly)? (?:train\w*|updat\w*)|model (?:is )?(?:updated|refreshed|re-?trained)|online learning|updates? the (?:weights|model))\b/i;
const EVERY: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:(?:every|each|per) (?:single )?(?:click|event|example|transaction)|immediately|continuously|online learning|in real[- ]time)\b/i,
    60,
  ],
  [/\b(?:every|each|per|an?) minute\b/i, 60],
  [/\b(?:every hour|each hour|hourly|an hour)\b/i, HOUR],
  [/\b(?:every (?:day|night)|each (?:day|night)|daily|nightly|once a day|overnight|a day)\b/i, DAY],
  [/\b(?:every week|each week|weekly|once a week|a week)\b/i, 7 * DAY],
  [/\b(?:every month|each month|monthly|once a month|a month)\b/i, 30 * DAY],
];

const ONLY_SOME = /\b(?:only|at once|immediate\w*|instant\w*|for (?:most|some|the)|except|other)\b/i;
/** Labels that are known at once, or nearly. */
const FAST_LABELS = /\b(?:clicks?|watch\w*|views?|likes?|dwell\w*|skips?|plays?|hides?)\b/i;

interface Timed {
  readonly seconds: number;
  readonly statement: Statement;
}

function onlyTime(quantities: readonly Quantity[]): Quantity | null {
  const times = quantities.filter(({ unit, value }) => unit === 'seconds' && value >= 60);
  return times.length === 1 ? (times[0] ?? null) : null;
}

/** How long until a label is known, by the field for it or by a sentence that says so with one time. */
function maturity(statements: readonly Statement[]): Timed | null {
  const typed = statements.find((one) => one.field === 'label_delay');
  const delay = typed && onlyTime(typed.quantities.slice(0, 1));
  if (typed && delay) {
    // "Survey only; clicks come at once": the delay is of a part of the labels.
    const isPart = FAST_LABELS.test(typed.text) || SOME_EARLIER.test(typed.text) || ONLY_SOME.test(typed.text);
    return isPart ? null : { seconds: delay.value, statement: typed };
  }
  const hasFast = mentions(
    statements.filter(({ step }) => step !== 'evaluate' && step !== 'monitor'),
    FAST_LABELS,
  );
  const said = statements.flatMap((statement): Timed[] => {
    const isStep =
      statement.step === null ||
      statement.step === 'data' ||
      statement.step === 'frame' ||
      statement.step === 'clarify';
    if (!isStep || statement.cells || !isPlain(statement) || !MATURES.test(statement.text)) return [];
    if (SOME_EARLIER.test(statement.text) || !saysNothingBut(statement.text, SAID_OF_LABELS)) return [];
    const time = onlyTime(statement.quantities);
    // Purchases take a week, and a model of clicks need not wait for them.
    if (!/\blabels?\b/i.test(statement.text) && hasFast && !FAST_LABELS.test(statement.text)) return [];
    return time ? [{ seconds: time.value, statement }] : [];
  });
  // Labels that differ: the earliest decides, since a model of that label may be trained as soon as it is there.
  return said.reduce<Timed | null>((least, one) => (least && least.seconds <= one.seconds ? least : one), null);
}

/** How often the model is trained, by a sentence that says so plainly and names one rhythm. */
function cadence(statements: readonly Statement[]): Timed | null {
  for (const statement of statements) {
    const isStep =
      statement.step === null ||
      statement.step === 'model' ||
      statement.step === 'monitor' ||
      statement.step === 'serve';
    const match = isStep && !statement.cells ? plainMatch(statement.text, RETRAINS) : null;
    if (!match || !saysNothingBut(statement.text, SAID_OF_TRAINING)) continue;
    const rhythms = EVERY.filter(([pattern]) => pattern.test(statement.text));
    const [rhythm] = rhythms;
    const time = onlyTime(statement.quantities);
    if (rhythm && rhythms.length === 1 && time === null) {
      const between = (rhythm[0].exec(statement.text)?.index ?? 0) - match.index;
      if (ALSO_DONE.test(statement.text.replace(match[0], '')) && (between < 0 || between > MAX_BETWEEN)) continue;
      return { seconds: rhythm[1], statement };
    }
    if (!rhythm && time && /\bevery\b/i.test(statement.text)) return { seconds: time.value, statement };
  }
  return null;
}

/** The model learns from rows whose labels cannot be known yet, and nothing says what is done about them. */
export const retrainBeforeLabels: Rule = ({ statements }) => {
  const labels = maturity(statements);
  const training = cadence(statements);
  if (!labels || !training || training.seconds >= labels.seconds || labels.statement === training.statement) return [];
  if (mentions(statements, HANDLED)) return [];
  const ofLearning = statements.filter(
    (one) =>
      one !== labels.statement &&
      (one === training.statement ||
        Math.abs(one.order - training.statement.order) === 1 ||
        OF_LEARNING.test(one.text)),
  );
  if (
    mentions(ofLearning, WAITS) ||
    mentions(
      statements.filter((one) => one !== labels.statement),
      MOST_LABELS,
    )
  )
    return [];
  // It is trained on another label than the one that takes its time.
  if (FAST_LABELS.test(training.statement.text) && !FAST_LABELS.test(labels.statement.text)) return [];
  const rhythm =
    training.seconds <= 60 ? 'at once' : `every ${sayTime(training.seconds)}`.replace('every 24 h', 'every day');
  const why = `The model is trained ${rhythm}, and a label takes ${sayTime(labels.seconds)}: the newest rows have none yet.`;
  return [{ rule: 'retrain-before-labels', why, quotes: [quoteOf(training.statement), quoteOf(labels.statement)] }];
};
