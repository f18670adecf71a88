import { COMMON_WORDS } from './common-words';
import { FUNCTION_WORDS, NEGATORS } from './function-words';
import type { Token } from './tokens';

const COMMON: ReadonlySet<string> = new Set(COMMON_WORDS.trim().split(/\s+/));

/** Little words of other languages that are none in English. Some stand in English names, and so among its frequent words. */
const FOREIGN: ReadonlySet<string> = new Set(
  `der das und ist nicht ein eine einen dem den des mit von zu auf fur wir ich sie sich auch wie aus bei nach oder aber wenn wird
  werden kein keine sodass dass durch uber el la los las un una unos del que por para pero se su sus es muy y o le les et est pas
  ne dans sur avec ce cette ces qui nous je il elle au aux du ou plutot lo gli della che di non sono nao uma em na dos het een
  niet en voor te zijn wordt og ikke jeg det av och att inte ve bir icin`
    .trim()
    .split(/\s+/)
    .filter((word) => !FUNCTION_WORDS.has(word) && !NEGATORS.has(word)),
);

/** Fewer strange words than this are names or slips. */
const FEWEST = 3;
/** The share of the words around what is expected that are in another language. */
const SHARE = 0.4;
/** Unless there are fewer than so many little words of another language: then it may be jargon, or a language that is not listed. */
const FEWEST_FOREIGN = 2;
const SHARE_OF_UNKNOWN = 0.75;
const FEWEST_UNKNOWN = 8;

/**
 * Whether a sentence is written in another language around words of the case. Who writes in English has English words, above all
 * the little ones, around the terms.
 *
 * @param isExpected whether a stem is one of the terms: those are the same in every language
 */
export function isForeign(tokens: readonly Token[], isExpected: (stem: string) => boolean): boolean {
  const around = tokens.filter(({ word, stem }) => /^\p{L}/u.test(word) && !isExpected(stem));
  const foreign = around.filter(({ word }) => FOREIGN.has(word)).length;
  const strange = around.filter(({ word }) => FOREIGN.has(word) || !isKnown(word)).length;
  if (strange < FEWEST) return false;
  if (foreign >= FEWEST_FOREIGN) return strange >= SHARE * around.length;
  return around.length >= FEWEST_UNKNOWN && strange >= SHARE_OF_UNKNOWN * around.length;
}

const isKnown = (word: string) =>
  COMMON.has(word) || FUNCTION_WORDS.has(word) || NEGATORS.has(word) || word.includes("'");
