import { conceptOf } from '../numbers/concepts';
import { sayShare } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import { wordsAround } from '../numbers/words-around';
import type { FactQuote, FactReading, Finding, Rule } from './finding';
import { isPlain, plainMatch, saysNothingBut, wordSet } from './stance';

/** Accuracy as the metric that is looked at first: alone, or at the head of a list. */
const ACCURACY =
  /\b(?:measure|compute|report|use|evaluate|look at|track|optimi[sz]e|metric (?:is|will be|would be)|metrics?:|metrics? (?:are|include)|offline:?)\s+(?:\w+\s){0,3}?(?:the\s)?accuracy\b|\baccuracy (?:should|must|has to|needs to|will) (?:be|reach|exceed)\b|\baccuracy (?:above|over|of at least|>|≥|>=)\s*\d/i;
/**
 * All that a sentence may say that makes accuracy the metric. Detectors, labels, people, joins and budgets have an accuracy too, and a
 * sample may be balanced: what it says besides may be one of those.
 */
const SAID_OF_THE_METRIC = wordSet(
  `i we would will offline report measure compute use evaluate look looks at track optimise optimize accuracy the a an our my model models
   final metric metrics is are be it its to should must has needs high higher good above over least of reach exceed and also then first main mainly
   overall plain simple f auc roc loss precision recall score scores test testing validation set sets hold out held data on for
   evaluation evaluating with which want that this confusion matrix understand errors per cent percent as include so include includes
   new users better than than last week next day`,
);
/** Other accuracies, which rare classes do not spoil. */
const OTHER =
  /\baccuracy\s?@|\baccuracy (?:by|per|of|for|in|among|within|against|between) (?!at least)|\b(?:balanced|top)\b/i;
/** It is the accuracy of another model, or of people, than the one that looks for the rare class. */
const OF_ANOTHER =
  /\b(?:detect(?:or|ors|ion)|identif\w+|pars\w+|ocr|languages?|segment\w+|translat\w+|annotat\w+|label(?:l)?ers?|raters?|humans?|review\w*|judges?|experts?|geocod\w+|dedup\w*|link(?:er|ing)|topics?|intents?|sentiment|transcri\w+|speech|tags?|tagger|attributes?|taxonom\w+|brands?|colou?rs?|faces?|objects?|nearest|neighbou?rs?|embeddings?|encoders?|lookups?|feature store|timestamps?|geo\w*|forecast\w*|billing|counters?|estimates?|agreement|audit\w*|probes?|heads?|auxiliary|pre-?train\w*)\b/i;
const RARE =
  /\b(?:clicks?|positives?|frauds?|fraudulent (?:\w+ )?|violations?|conversions?|purchases?|fakes?|the positive class|positive class) (?:is|are) (?:very |extremely |highly |heavily |quite |so )?(?:rare|scarce)\b|\b(?:the positive class|positive class|classes|data|data ?set|labels?) (?:is|are) (?:very |extremely |highly |heavily |quite |so )?(?:imbalanced|unbalanced)\b|\bclasses are (?:very |extremely |highly |heavily |quite |so )?skewed\b|\b(?:many|far|a lot) more (?:non-?clicks|negatives|negative)\b|\b(?:rare class|class imbalance|imbalanced (?:data|classes|dataset)|rare positives)\b/i;
/** A class is rare below this share: always saying no is then right nine times in ten. */
const RARE_SHARE = 0.1;

interface Rarity {
  readonly quote: Finding['quotes'][1];
  readonly share: number | null;
}

function statedShare(statements: readonly Statement[]): Rarity | null {
  for (const statement of statements) {
    for (const quantity of statement.quantities) {
      if (quantity.unit !== 'ratio' || quantity.high >= RARE_SHARE || quantity.value <= 0) continue;
      if (conceptOf(quantity, statement.text, wordsAround(statement, quantity)) !== 'base-rate') continue;
      return { quote: quoteOf(statement), share: quantity.high };
    }
  }
  return null;
}

function saidRare(statements: readonly Statement[]): Rarity | null {
  const found = statements.find((one) => !one.cells && plainMatch(one.text, RARE));
  return found ? { quote: quoteOf(found), share: null } : null;
}

function revealedShare(facts: readonly FactReading[]): Rarity | null {
  for (const { fact, quantities } of facts) {
    if (fact.topic !== 'negatives') continue;
    const text = fact.answer.text;
    for (const quantity of quantities) {
      const whole = { start: 0, end: text.length, text };
      if (quantity.unit !== 'ratio' || quantity.high >= RARE_SHARE || quantity.value <= 0) continue;
      if (conceptOf(quantity, '', wordsAround(whole, quantity)) !== 'base-rate') continue;
      const quote: FactQuote = { fact: fact.id, start: quantity.start, end: quantity.end, text: quantity.text };
      return { quote, share: quantity.high };
    }
  }
  return null;
}

/** The sentence or the row that makes accuracy the metric; null when none surely does. */
function accuracyStatement(statements: readonly Statement[]): { statement: Statement; gate: number | null } | null {
  for (const [index, statement] of statements.entries()) {
    if (OTHER.test(statement.text) || OF_ANOTHER.test(statement.text)) continue;
    if (statement.field === 'offline' && statement.cells) {
      const metric = statement.cells.metric?.text ?? '';
      if (!/^(?:the |overall )?accuracy\b/i.test(metric) || !isPlain(statement)) continue;
      // A slice may be a sample of another balance.
      if (/\b(?:balanced|sampled?|probe|golden|audit)\b/i.test(statement.cells.slice?.text ?? '')) continue;
    } else {
      if (statement.cells || !plainMatch(statement.text, ACCURACY)) continue;
      if (!saysNothingBut(statement.text, SAID_OF_THE_METRIC)) continue;
      // "The detector crops the photo. We report accuracy.": the sentence before says of what.
      const before = statements[index - 1];
      const isBeside = before?.cells === null && before.path === statement.path && before.slot === statement.slot;
      if (isBeside && OF_ANOTHER.test(before.text)) continue;
    }
    // A gate for another metric of the same sentence is none for accuracy: it has to stand right behind.
    const at = statement.text.toLowerCase().indexOf('accuracy');
    const gate = statement.quantities.find(
      ({ unit, start, value }) =>
        unit === 'ratio' && value >= 0.5 && start - statement.start > at && start - statement.start - at < 40,
    );
    return { statement, gate: gate?.value ?? null };
  }
  return null;
}

/** Accuracy is the metric, though by the candidate's own words hardly any row is positive. */
export const accuracyOnRareClass: Rule = ({ statements, facts }) => {
  const used = accuracyStatement(statements);
  if (!used) return [];
  const others = statements.filter((one) => one !== used.statement);
  const rarity = statedShare(others) ?? revealedShare(facts) ?? saidRare(others);
  if (!rarity) return [];
  const always = rarity.share === null ? null : 1 - rarity.share;
  const bar =
    always !== null && used.gate !== null && used.gate <= always
      ? `, more than the ${sayShare(used.gate)} asked for`
      : '';
  const why =
    always === null
      ? 'The positives are called rare, so a model that always says no would score a high accuracy too.'
      : `With ${sayShare(1 - always)} positives, a model that always says no has an accuracy of ${sayShare(always)}${bar}.`;
  return [{ rule: 'accuracy-on-rare-class', why, quotes: [quoteOf(used.statement), rarity.quote] }];
};
