import { quoteOf, type Statement } from '../numbers/statements';
import type { Rule } from './finding';
import { isPlain, mentions, plainMatch, saysNothingBut, wordSet } from './stance';

/** The scores themselves are made ahead of time, and not only candidates or embeddings. */
const SCORES_AHEAD =
  /\b(?:scores?|predictions?|recommendations?|rankings?|probabilities|results)\b[^.;]{0,60}\b(?:pre-?comput\w*|comput\w* (?:once )?(?:at night|every night|nightly|overnight|once a day|each night)|batch(?:ed)? (?:every|each|at|over)\s?night|calculated (?:at night|every night|nightly|overnight))\b|\bpre-?comput\w* (?:all |the |every )?(?:scores?|predictions?|recommendations?|rankings?)\b|\b(?:nightly|daily|overnight) batch (?:job )?(?:scor\w+|predict\w+|comput\w+ (?:all |the ){0,2}(?:scores|predictions|recommendations))/i;
const ALL_FEATURES_AT_NIGHT =
  /\b(?:all|every|the) features?\b[^.;]{0,40}\b(?:every night|each night|nightly|at night|overnight|once a day|in a daily batch|by a daily batch|every 24 hours)\b|\b(?:every night|each night|nightly|overnight|once a day)\b[^.;]{0,40}\ball (?:the )?features\b|\bcomputes? all (?:the )?features (?:every night|nightly|each night|at night|overnight|once a day)/i;
/** Values that are known only when the request comes. */
const AT_REQUEST =
  /\b(?:time of (?:the )?day|hour of (?:the )?day|current (?:session|location|query|page|time|basket|cart)|this session|in[- ]session|session (?:clicks|events|history)|device (?:and|or) time|time, device|device, time|context \(time|last (?:few )?(?:seconds|minutes?|clicks in the session)|(?:in|over|of) the last (?:\d+ |five |ten |few )?(?:seconds|minutes?|hour)\b|real[- ]time features?|features? (?:in real[- ]time|within (?:a|one|\d+) (?:seconds?|minutes?)))\b/i;
/** Some of it is worked out when the request comes, after all. */
const ALSO_ONLINE =
  /\b(?:online (?:scor\w+|rank\w+|infer\w+|re-?rank\w+)|(?:scor\w+|rank\w*|infer\w+|serv\w+) (?:runs? |is )?online|re-?rank\w*|at request time|on request|request[- ]time|on the fly|real[- ]time (?:scor\w+|rank\w+|infer\w+|layer)|streaming (?:scor\w+|layer|update)|hybrid|near[- ]?line|fallback|fall back|filter(?:s|ed|ing)? (?:online|live|at)|boost\w*|blend\w*|adjust\w*|live|event[- ]driven|trigger\w*|stream\w* (?:job|processor|path)|every (?:few )?(?:\d+ )?minutes?|when (?:the|a) (?:member|user|viewer|person|page|app|request)|at (?:serving|query|read|request|page) time|on read|light(?:weight)? (?:model|layer|ranker)|second stage|two[- ]stage|last mile|context(?:ual)? (?:layer|model|re)|bandit|(?:per|each|the) request\b|for (?:each|every|all) (?:\w+ )?(?:hours?|contexts?|devices?|times?|places?|pages?)|of the 24)\b/i;
/**
 * All that a sentence may say that makes the scores ahead of the request. They are made ahead for an e-mail, for the frequent queries,
 * as a shortlist or a fallback: what it says besides may be one of those.
 */
const SAID_OF_THE_SCORES = wordSet(
  `scores score predictions prediction recommendations recommendation rankings ranking probabilities results for every each all the a an
   pair pairs of user users member members item items video videos ad ads product products people person and can be are is pre computed precomputed precompute
   calculated stored kept read written saved cached in at into to from redis memcached cassandra table store key value database db lookup
   looked up night nightly overnight day once batch job jobs by we i spark airflow compute computes so that latency no issue low fast cheap
   then served simply just`,
);
/** Only some of the scores are meant. */
const OF_A_PART =
  /\b(?:head|popular|top|frequent|some|default|e-?mail\w*|newsletter|logged[- ]out|anonymous|new users?|candidates?|cold|offline|first|half|part|each candidate)\b/i;
/** A feature that is written down and not used: not yet, or not by the scores. */
const NOT_USED =
  /\b(?:later|not used|unused|not in|v2|phase|future|log(?:ged)? only|only log\w*|monitor\w*|filter\w*|seen|block\w*|re-?rank\w*|post|optional\w*|maybe|candidate|dropped|out of scope|nice to have|shadow|experiment\w*|evaluation|label)\b/i;
/** What follows takes back a part of what was said. */
const BUT = /\b(?:except|apart from|other than|besides|but|plus|refresh\w*|updat\w*)\b/i;
/** Features of one side, or of one kind. */
const SOME_FEATURES =
  /\b(?:item|video|ad|product|image|user|member|side|batch|slow\w*|static|long[- ]term|histor\w*|aggregat\w*|profile|catalogue|offline|most|remaining|these|those|other)\b/i;
const USED_ELSEWHERE = /\b(?:logged|used (?:in|by|for|only) (?!the (?:model|ranker|scores?)))\b/i;
const IS_FEATURE_STEP = (one: Statement) => one.step === 'data' || one.step === null;

/** Words about serving that stand in for the chosen mode. */
const batchMode = (statements: readonly Statement[]) =>
  statements.find((one) => one.field === 'mode' && /^batch(?::|$)/.test(one.text.trim()));

const typedLive = (statements: readonly Statement[]) =>
  statements.find(
    (one) =>
      one.field === 'features' &&
      ['request', 'stream'].includes(one.cells?.freshness?.text ?? '') &&
      !NOT_USED.test(one.text),
  );

/** A value that is fresh only at the request is fed to a path that runs ahead of it. */
export const liveFeatureInBatch: Rule = ({ statements }) => {
  const mode = batchMode(statements);
  const typed = typedLive(statements);
  const rest = statements.filter((one) => one.step === 'serve' || one.step === 'model');
  if (mode && typed && !mentions(rest, ALSO_ONLINE) && !OF_A_PART.test(mode.text)) {
    const freshness =
      typed.cells?.freshness?.text === 'stream' ? 'changes by the minute' : 'is known only with the request';
    const why = `Serving is in batch, and the feature "${(typed.cells?.name?.text ?? '').slice(0, 60)}" ${freshness}.`;
    return [{ rule: 'live-feature-in-batch', why, quotes: [quoteOf(mode), quoteOf(typed)] }];
  }
  const atNight = statements.find(
    (one) =>
      !one.cells && !BUT.test(one.text) && !SOME_FEATURES.test(one.text) && plainMatch(one.text, ALL_FEATURES_AT_NIGHT),
  );
  const stream = typed?.cells?.freshness?.text === 'stream' ? typed : undefined;
  const live =
    stream ??
    statements.find(
      (one) =>
        one !== atNight &&
        !one.cells &&
        IS_FEATURE_STEP(one) &&
        isPlain(one) &&
        /\bfeatures?\b/i.test(one.text) &&
        /\breal[- ]time\b|\b(?:in|over|of) the last (?:\d+ |five |ten |few )?(?:seconds|minutes?|hour)\b|\bwithin (?:a|one|\d+) (?:seconds?|minutes?)\b/i.test(
          one.text,
        ),
    );
  if (atNight && live && !mentions(statements, /\bstream\w* (?:job|processor|path|join|aggregat\w+)|\bflink\b/i)) {
    const why = 'All features are computed once a day, and this one has to be minutes old at most.';
    return [{ rule: 'live-feature-in-batch', why, quotes: [quoteOf(atNight), quoteOf(live)] }];
  }
  const ahead = statements.find(
    (one) =>
      !one.cells &&
      one.step !== 'frame' &&
      one.step !== 'evaluate' &&
      !OF_A_PART.test(one.text) &&
      !BUT.test(one.text) &&
      saysNothingBut(one.text, SAID_OF_THE_SCORES) &&
      !/\bminutes?\b|\bhour(?:s|ly)?\b/i.test(one.text) &&
      plainMatch(one.text, SCORES_AHEAD),
  );
  if (!ahead || mentions(statements, ALSO_ONLINE)) return [];
  const known =
    typed ??
    statements.find(
      (one) =>
        one !== ahead &&
        IS_FEATURE_STEP(one) &&
        // "Current" is no yesterday where it is said of the session.
        isPlain({ text: one.text.replace(AT_REQUEST, 'it') }) &&
        !NOT_USED.test(one.text) &&
        !USED_ELSEWHERE.test(one.text) &&
        plainMatch(one.text, AT_REQUEST),
    );
  if (!known) return [];
  const why = 'Scores are computed ahead of the request, and this value is known only when the request comes.';
  return [{ rule: 'live-feature-in-batch', why, quotes: [quoteOf(ahead), quoteOf(known)] }];
};
