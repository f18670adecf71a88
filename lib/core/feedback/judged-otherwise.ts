import type { AnswerWindow } from './read-answer';
import type { Reference } from './references';

/*
 * "A time split is theatre", "…, that is hair-splitting": a judgement at the end of a sentence, in words that no list of
 * judgements has. What a sentence says of a thing that the expectation does not say of it may be the opposite of it.
 */

/** Where a judgement begins: it points back at what was said, or says how that seems to somebody. */
const JUDGES =
  /^[\s,;:—–)"”'’-]*(?:(?:and |but )?(?:that|this|it|they|these|those|all of (?:that|this|it|them))(?: \w+)? (?:is|are|was|were|(?:would|will|can|could) be|seems?|sounds?|looks?|feels?|remains?|stays?|belongs?)|(?:strikes? (?:me|us) as|sounds?|feels?|leaves? (?:me|us)|(?:has|have) never|(?:can|could|may) (?:all |both |easily |safely |well )?be (?:dispensed|left|spared|dropped|forgotten|done without|saved)|is (?:precisely|exactly|just|only|nothing but|more than|beyond)))(?!\p{L})/iu;
/** A judgement has so many words at most; what is longer tells something. */
const MOST_WORDS = 12;
/** These speak for it. */
const SPEAKS_FOR =
  /\b(?:essential|important|key|musts?|crucial|vital|needed|necessary|right|best|better|good|great|mandatory|required|useful|worth|valuable|critical|central|fundamental|standard|fine|enough|safe|safer|cheap|cheaper|fast|faster|quick|simple|simpler|robust|correct|true|sensible|reasonable|wise|first|choice|goal|aim|priority|default|plan|baseline|way|rule|limit|target|constraint|requirement|point|reason|core|part|clear|obvious|mine|i|we|my|our|job|ceiling|bar|measure|metric)\b/i;

/** Whether a stretch ends in a judgement of what it shares with a reference, by words that the reference does not have. */
export function isJudgedOtherwise(reference: Reference, stretch: AnswerWindow): boolean {
  const [, second] = stretch.parts ?? [];
  const { tokens, text } = (second ?? stretch).read;
  const lastShared = tokens.findLast(({ stem, weight }) => weight > 0 && reference.read.stems.has(stem));
  const from = lastShared?.end ?? (second ? 0 : text.length);
  const tail = text.slice(from);
  const words = tokens.filter(({ start }) => start >= from);
  if (words.length > MOST_WORDS || !words.some(({ weight }) => weight > 0) || !JUDGES.test(tail)) return false;
  return !SPEAKS_FOR.test(tail) && !words.some(({ word }) => /^\d/.test(word));
}
