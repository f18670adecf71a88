import type { Token } from './tokens';

/*
 * Which words of a sentence it denies. There is no parser here: a denial reaches as far as its clause, and where it is said
 * of a whole statement ("it is not true that"), to the end of the sentence. What is told is only that two texts differ in
 * what they deny, and that is enough to say "unclear" in place of "found".
 */

/** Denials of all that follows in the sentence, over every comma. They are taken at the start of a statement. */
const OF_THE_REST =
  /\b(?:(?:it|this|that) (?:is|was|would be) (?:not|never|hardly) (?:true|right|correct|the case|so|needed|necessary|important|a good idea)|(?:it|this|that)(?: is|'s) (?:in)?(?:false|wrong|untrue|incorrect|a mistake|a myth)|isn't (?:true|right|correct|the case)|(?:false|wrong|untrue|incorrect|nonsense|pointless|useless) (?:that|to)|(?:i|we|you|nobody|no one)(?: do| would| will| can| am| are| could| should)?(?: not|n't)(?: really)? (?:think|believe|agree|say|claim|assume|see|care|need|want|plan|intend|bother)|no (?:need|reason|point)|(?:i|we)(?: would| will)? (?:doubt|deny|disagree|refuse|reject the (?:idea|claim)|dispute|forgot?|neglect|ignore|skip)|there (?:is|are) no(?: need| reason| point)?|far from|by no means|under no circumstances|at no point|in no way|not (?:once|at all))\b/gi;

/** Denials inside a clause, each of the words around it in that clause. */
const OF_THE_CLAUSE =
  /\b(?:not|never|cannot|hardly|neither|nobody|nothing|nowhere|\p{L}+n't|(?:un|ir)(?:necessary|needed|important|relevant)|dont|doesnt|didnt|isnt|arent|wasnt|wont|wouldnt|shouldnt|cant|couldnt)(?!\p{L})/giu;

/** Denials of what follows them in the clause. */
const OF_WHAT_FOLLOWS =
  /\b(?:no|none|without|nor|avoid(?:s|ing|ed)?|instead of|rather than|lacks?|lacking|omit(?:s|ted|ting)?|ignor(?:e|es|ed|ing)|skip(?:s|ped|ping)?|refus(?:e|es|ed|ing)|forget|forgot|exclud(?:e|es|ed|ing)|fails? to|failed to|drop(?:s|ped|ping)?|free of)(?!\p{L})/giu;

/** What ends a clause. Dashes and brackets do, hyphens do not. */
const CLAUSE =
  /[,;:()[\]—–→]|\s-\s|\s(?:but|because|since|so that|and(?= (?:not|never|no|nor|without) )|although|though|while|whereas|and then|yet|however)\s|\.\s/gi;

/** For each token, whether its text denies it; the words that do so are not among them. What is denied twice is not. */
export function deniedTokens(text: string, tokens: readonly Token[]): boolean[] {
  const plain = text.replace(/’/g, "'");
  const clauses = clausesOf(plain);
  const whole = spansOf(plain, OF_THE_REST);
  const outside = (marks: readonly Span[]) =>
    marks.filter((mark) => !whole.some(({ start, end }) => mark.start >= start && mark.start < end));
  const inClause = outside(spansOf(plain, OF_THE_CLAUSE));
  const following = outside(spansOf(plain, OF_WHAT_FOLLOWS));
  const clauseOf = (at: number) => clauses.find(({ start, end }) => at >= start && at < end) ?? { start: at, end: at };
  const reached = [
    ...inClause.map((mark) => clauseOf(mark.start)),
    ...following.map((mark) => ({ start: mark.start, end: clauseOf(mark.start).end })),
  ];
  const rest = whole[0]?.end ?? plain.length;
  const marks = [...whole, ...inClause, ...following];
  return tokens.map((token) => {
    if (marks.some((mark) => token.start < mark.end && token.end > mark.start)) return false;
    const isDenied = reached.some(({ start, end }) => token.start >= start && token.end <= end);
    return token.start >= rest ? !isDenied : isDenied;
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

function clausesOf(text: string): Span[] {
  const ends = [...spansOf(text, CLAUSE).map(({ end }) => end), text.length];
  return ends.map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}
