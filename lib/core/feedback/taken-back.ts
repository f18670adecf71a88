import type { TextSpan } from '@/lib/core/quote-span';
import type { Sentence } from './sentences';
import type { ReadStance } from './stance';

/*
 * What is denied by what stands around it: struck out, below a heading "Out of scope", in a list after "I would not do:", or before
 * a sentence "That would be wrong."
 */

/** A sentence, or a part of a long one, with how the whole of it stands to its words. */
export interface SentenceStance {
  readonly sentence: Sentence;
  readonly whole: ReadStance;
  readonly wholeText: string;
}

const STRUCK = /~~(?!~)[\s\S]{1,4000}?~~|<(s|del|strike)(?:\s[^<>]{0,300})?>[\s\S]{1,4000}?<\/\1\s*>/gi;

/** The stretches of a text that are struck out by markup. */
export const crossedOut = (text: string): TextSpan[] =>
  [...text.matchAll(STRUCK)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

const POINTS_BACK =
  /\b(?:this|that|it|these|those|none|any|all|both|so|above|them|either|neither|everything|previous)\b/i;
const POINTS_AT_MANY = /\b(?:any|all|none|both|either|neither) of|\b(?:these|those|them|everything|above)\b/i;
const POINTS_AHEAD = /\b(?:this|these|following|below)\b/i;
const LEADS_ON = /:[)\]"'”’»*_`~\s]*$/;
/** What takes the sentence before back and then goes on. */
const WITHDRAWS =
  /^\W*(?:scratch|forget|ignore|strike|delete|cancel|drop|skip|undo) (?:that|this|it|all that|the above|what i said)(?!\p{L})|^\W*(?:no wait|never mind|nevermind|wait,? no|on second thoughts?|correction)(?!\p{L})/iu;
/** So few words point at nothing else than what was said before: "No.", "Not needed." */
const FEW_WORDS = 3;

/** The sentences that others take back, by their spans in the passage. */
export function takenBack(stances: readonly SentenceStance[]): TextSpan[] {
  const sentences = stances.filter(({ sentence }, index) => stances[index - 1]?.sentence.whole !== sentence.whole);
  const back = new Set<number>();
  for (const index of sentences.keys()) {
    for (const other of reachedBy(sentences, index)) back.add(other);
  }
  return [...back].flatMap((index) => sentences[index]?.sentence.whole ?? []);
}

/** The places of the sentences that an empty denial is about. */
function reachedBy(sentences: readonly SentenceStance[], index: number): number[] {
  const { sentence, wholeText, whole } = sentences[index] as SentenceStance;
  const { isEmpty, isNearlyEmpty } = whole.denials;
  const leads = sentence.kind === 'heading' || LEADS_ON.test(wholeText);
  if (!isEmpty && !(leads && isNearlyEmpty)) return WITHDRAWS.test(wholeText) && index > 0 ? [index - 1] : [];
  if (whole.isQuestion) return [];
  const at = (place: number) => sentences[place]?.sentence;
  const from = (start: number, goesOn: (place: number) => boolean, by: 1 | -1) => {
    const places: number[] = [];
    for (let place = start; at(place) !== undefined && goesOn(place); place += by) places.push(place);
    return places;
  };
  const isItem = (place: number) => at(place)?.kind === 'item';
  const inBlock = (block: number | undefined) => (place: number) => at(place)?.block === block;
  if (sentence.kind === 'heading') return from(index + 1, (place) => at(place)?.kind !== 'heading', 1);
  const isLast = at(index + 1)?.block !== sentence.block;
  if (LEADS_ON.test(wholeText) || (isLast && sentence.kind !== 'item' && isItem(index + 1))) {
    if (!isLast) return from(index + 1, inBlock(sentence.block), 1);
    return isItem(index + 1) ? from(index + 1, isItem, 1) : from(index + 1, inBlock(at(index + 1)?.block), 1);
  }
  const isFirst = at(index - 1)?.block !== sentence.block;
  const isShort = whole.tokens.length <= FEW_WORDS;
  const ahead = isFirst && !isLast && POINTS_AHEAD.test(wholeText) ? [index + 1] : [];
  if (index === 0 || !(isShort || POINTS_BACK.test(wholeText))) return ahead;
  if (!POINTS_AT_MANY.test(wholeText)) return [...ahead, index - 1];
  const before = isFirst && isItem(index - 1) ? isItem : inBlock(at(index - 1)?.block);
  return [...ahead, ...from(index - 1, before, -1)];
}
