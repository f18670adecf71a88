import type { TextSpan } from '../../quote-span';

const REACH = 60;
const ENDS = /,\s|[;:()·|—–]|\.\s|\b(?:and|but|so|because|while)\b/;

/** The clause around a quantity in a sentence, and no more than 60 characters to each side. Offsets of both are of one passage. */
export function wordsAround(sentence: TextSpan & { readonly text: string }, span: TextSpan): string {
  const from = span.start - sentence.start;
  const to = span.end - sentence.start;
  const before = sentence.text.slice(Math.max(0, from - REACH), from);
  const after = sentence.text.slice(to, to + REACH);
  // A label and its colon belong to what follows: "Catalogue: 100M videos".
  const left = before.split(/,\s|[;()·|—–]|\.\s|\b(?:and|but|so|because|while)\b/).at(-1) ?? '';
  const right = after.split(ENDS)[0] ?? '';
  return `${left}${sentence.text.slice(from, to)}${right}`;
}
