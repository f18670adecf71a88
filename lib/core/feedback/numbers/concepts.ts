import { isQualified, type Quantity } from './quantity';

/**
 * Quantities that every design of this kind has, and that can be told from a sentence with few doubts. Two statements of the
 * same concept must agree, so a rule that names a concept is narrow on purpose: what it is not sure of has no concept.
 */
export type ConceptId =
  | 'daily-users'
  | 'average-requests'
  | 'peak-requests'
  | 'requests-per-user'
  | 'peak-factor'
  | 'latency-p99'
  | 'base-rate'
  | 'dimensions'
  | 'sample-per-arm'
  | 'number-format'
  | `catalogue-${string}`;

/** A concept as it is called beside the answer. */
const NAMES: Readonly<Record<string, string>> = {
  'daily-users': 'daily users',
  'average-requests': 'requests a second, average',
  'peak-requests': 'requests a second, peak',
  'requests-per-user': 'requests a user a day',
  'peak-factor': 'peak factor',
  'latency-p99': 'p99 latency',
  'base-rate': 'share of positives',
  dimensions: 'vector dimensions',
  'sample-per-arm': 'sample in each arm',
  'number-format': 'bytes a number',
};

/** How a concept is called. */
export function conceptName(concept: ConceptId): string {
  return NAMES[concept] ?? `${concept.replace('catalogue-', '')}s in all`;
}

/** The rate of all requests is meant, and not of a part, a store or one machine. */
const PART_OF_TRAFFIC =
  /\b(?:each|replica|machine|server|gpu|core|shard|node|host|instance|store|reads?|writes?|ingest\w*|upload\w*|cache\w*|miss\w*|shadow|canary|training|batch|country|region|tail|feature|key|click|impression|score|update|insert|delete|event|embed\w*|alone|only|just|eu|apac|emea|europe|america|asia|per (?:user|person|member|page|item|video|ad)s?)\b/i;

const PART_OF_USERS =
  /\b(?:arm|sample|group|control|treatment|canary|country|new|cohort|panel|test|slice|region|logged|anonymous|guest|signed|each|per|survey\w*|ask\w*|pilot\w*|beta|market|city|tv|mobile|web|ios|android|desktop|premium|paying|eu|of (?:them|these|those|which|whom)|subset|segment|tier|share|fraction|half|bots?|merchants?|sellers?|advertisers?|creators?)\b/i;
/** "50M DAU in Germany". */
const IN_A_PLACE = /\b(?:in|from) (?:the )?[A-Z](?!\d)\w+/;

const CATALOGUE = /\b(?:catalogue|catalog|corpus|inventory|library|live|eligible|in all|total)\b/i;
const PART_OF_CATALOGUE =
  /\b(?:new|upload\w*|daily|day|hour|change\w*|add\w*|remov\w*|candidates?|train\w*|sample\w*|batch|shard\w*|fresh|recent|last|each|per|top|subset|cache\w*|country|city|filter\w*|after|allowed|of them|pass\w*|under|over|below|above|if|when|would|older|expire\w*)\b/i;
const CATALOGUE_NOUNS = new Set([
  'video',
  'image',
  'photo',
  'ad',
  'product',
  'listing',
  'post',
  'document',
  'article',
  'item',
]);

const BASE_RATE =
  /\b(?:positive rate|share of positives|positives (?:are|make up)|base rate|click[- ]?(?:through )?rate|ctr|prevalence|fraud rate|are (?:fraud\w*|positive|clicked|clicks)|(?:is|are|end in|ends in) (?:a |an )?(?:valid )?click\w*|is (?:a )?fraud\w*|class balance|imbalance\w*)\b|%\s*(?:of (?:\w+ ){1,3}(?:are )?)?positives?\b/i;
const NOT_BASE_RATE =
  /\b(?:lift|increase\w*|drop\w*|rises?|rose|falls?|fell|grows?|effect|relative|gain\w*|higher|lower|up|down|better|worse|more|less|guardrail|tolerance|gate|sampl\w*|negatives? (?:are|at)|keep|kept|precision|recall|false|accidental|late|target|should|must|threshold|above|below|alert|fpr|ratio|becomes?|shrunk|smooth\w*|few|an ad|each|bucket|slice|slot|placement|true|per|example|say|auc|ne)\b/i;

/** True for the plain statement of a latency target: a stage, a budget or a timeout is another thing. */
const NOT_LATENCY =
  /\b(?:stage|encod\w*|retriev\w*|rank\w*|network|decode|shard|timeout|slack|budget|lookup|read|store|detector|embedding|each|of it|cut|reserve|fallback|today|current\w*|existing|was|uploads?|batch|endpoints?|admin|tv|mobile|web|browser|client|render\w*|cold|miss\w*|offline|ingest\w*|writes?)\b/i;

const PERSON = '(?:users?|members?|person|people|viewers?|visitors?|customers?|shoppers?|riders?|readers?|dau)';
const PERSON_WORD = new RegExp(`^${PERSON}$`, 'i');
/** "each user", "200M members make", ", each opens": the rate is of one of them. */
const OF_EACH_PERSON = new RegExp(
  `\\b(?:each|every|per|an?|one|average|typical) (?:daily |active |average )*${PERSON}\\b|\\b${PERSON}\\b.{0,30}\\b(?:make|do|send|issue|open|load|visit|come|search|request|generate|fire|use)s?\\b|\\beach\\b.{0,20}\\b(?:open|load|visit|make|send|search|come|use)s?\\b`,
  'i',
);
const OPENS = /\b(?:opens?|loads?|reloads?|refresh(?:es)?|requests?|search(?:es)?|quer(?:y|ies))\b/i;
const OF_MACHINES = /\b(?:replicas?|machines?|servers?|gpus?|nodes?|hosts?|pods?|jobs?|services?|models?)\b/i;
/** What one person does stands beside what all do: "with 5 requests per user a day this is 11,574 QPS". */
const RATE_OF_ONE = new RegExp(
  `(?:\\b\\d[\\d.,]*\\s*)?\\b\\p{L}+s?\\s*(?:per|\\/|an?|each|every)\\s*(?:${PERSON}(?:\\s*(?:per|\\/|an?|each|every|and)\\s*day)?|day\\s*(?:per|\\/|each|every)\\s*${PERSON}|day each)\\b`,
  'giu',
);
const withoutRateOfOne = (around: string): string => around.replace(RATE_OF_ONE, ' ');

/** What one person does on a day. */
function isOfOnePerson(quantity: Quantity, around: string): boolean {
  if (!isQualified(quantity, 'daily') || quantity.value >= 1) return false;
  // Who comes or visits makes more requests than one; who opens, loads or searches makes that one.
  if (quantity.unit === 'itemsPerSecond' && (quantity.noun !== 'time' || !OPENS.test(around))) return false;
  if (quantity.per !== null) return PERSON_WORD.test(quantity.per);
  return OF_EACH_PERSON.test(around) && !OF_MACHINES.test(around);
}

/**
 * The concept that a quantity states, judged by the words of its sentence; null when it is none or not surely one.
 *
 * @param sentence the statement that holds it.
 * @param around the words next to the quantity, some 60 characters to each side, where a whole sentence would say too much.
 */
export function conceptOf(quantity: Quantity, sentence: string, around: string): ConceptId | null {
  switch (quantity.unit) {
    case 'users':
      if (isQualified(quantity, 'perArm') && quantity.value >= 100) return 'sample-per-arm';
      if (!isQualified(quantity, 'daily') || isQualified(quantity, 'perArm') || quantity.value < 1000) return null;
      return PART_OF_USERS.test(withoutRateOfOne(around)) || IN_A_PLACE.test(around) ? null : 'daily-users';
    case 'itemsPerSecond':
      return isOfOnePerson(quantity, around) ? 'requests-per-user' : null;
    case 'requestsPerSecond':
      if (isOfOnePerson(quantity, around)) return 'requests-per-user';
      if (quantity.per !== null || isQualified(quantity, 'perInstance')) return null;
      if (PART_OF_TRAFFIC.test(quantity.value < 1 ? around : withoutRateOfOne(around))) return null;
      if (IN_A_PLACE.test(around)) return null;
      if (quantity.value < 1) return isQualified(quantity, 'daily') ? 'requests-per-user' : null;
      if (isQualified(quantity, 'peak')) return 'peak-requests';
      return isQualified(quantity, 'average') || isQualified(quantity, 'daily') ? 'average-requests' : null;
    case 'factor':
      return quantity.subject.includes('peak') || quantity.subject.includes('evening') ? 'peak-factor' : null;
    case 'seconds':
      return isQualified(quantity, 'p99') && !NOT_LATENCY.test(around) ? 'latency-p99' : null;
    case 'ratio':
      return BASE_RATE.test(around) && !NOT_BASE_RATE.test(sentence) ? 'base-rate' : null;
    case 'dimensions':
      return quantity.value >= 16 ? 'dimensions' : null;
    case 'bytesPerNumber':
      return 'number-format';
    case 'items':
      if (quantity.noun === null || !CATALOGUE_NOUNS.has(quantity.noun) || quantity.value < 10_000) return null;
      return CATALOGUE.test(around) && !PART_OF_CATALOGUE.test(around) ? `catalogue-${quantity.noun}` : null;
    case 'count':
      return isQualified(quantity, 'perArm') && quantity.value >= 100 ? 'sample-per-arm' : null;
    default:
      return null;
  }
}
