import { NEGATORS } from './function-words';
import type { Token } from './tokens';

/*
 * Which words of a sentence it denies. There is no parser here: a denial reaches as far as its clause, and where it is said
 * of a whole statement ("it is not true that"), to the end of the sentence. What is told is only that two texts differ in
 * what they deny, and that is enough to say "unclear" in place of "found".
 */

/** Denials of a whole statement: of all that follows in the sentence, over every comma. */
const OF_THE_REST = new RegExp(
  [
    /\b(?:it|this|that) (?:is|was|would be) (?:not|never|hardly) (?:true|right|correct|the case|so|needed|necessary|important|a good idea)/,
    /\b(?:it|this|that)(?: is|'s| was| would be) (?:in)?(?:false|wrong|untrue|incorrect|a mistake|a myth)/,
    /\bisn't (?:true|right|correct|the case)/,
    /\b(?:false|wrong|untrue|incorrect|nonsense|pointless|useless) (?:that|to)/,
    /\b(?:(?:nobody|no one)(?: \w+)?|(?:i|we|you|they|one)(?: \w+)? ?(?:not|never|n't)|(?:i|we|you|they) (?:dont|wont|wouldnt|cant))(?: really| ever)? (?:think|believe|agree|say|claim|assume|see|care|need|want|plan|intend|bother)/,
    /\b(?:i|we)(?: would| will)? (?:doubt|deny|disagree|refuse|reject the (?:idea|claim|view)|dispute|forgot?|neglect)/,
    /\bthere (?:is|are) no(?: need| reason| point)?|\bno (?:need|reason|point)/,
    /\bfar from|\bby no means|\bunder no circumstances|\bat no point|\bin no way/,
  ]
    .map(({ source }) => source)
    .join('|')
    .concat('\\b'),
  'gi',
);

/** Denials of all before them, at the end of a sentence. */
const OF_THE_START =
  /\b(?:is|are|was|were|would be|seems?|sounds?)(?: \w+)? (?:wrong|false|untrue|incorrect|nonsense|pointless|useless|unnecessary|irrelevant|(?:a )?(?:mistake|myth|bad idea)|not (?:true|right|correct|so|needed|necessary|the case))[^\p{L}\p{N}]*$/giu;

/** Somebody's "not": of what they do, until they say what they do instead or why. */
const OF_THE_DOING =
  /\b(?:i|we|they|you)(?: (?:do|did|would|will|can|could|should|shall|must|may|am|are|have|had|wo|ca))? ?(?:not|never|n't|cannot)(?!\p{L})/giu;
const DOING_ENDS =
  /[;:—–]|\s(?:but|instead|rather|because|since|so|though|although|while|whereas)\s|,\s(?:i|we|it|they|this|that|the|these|and)\s/gi;

/** Denials inside a clause, each of the words around it in that clause. */
const OF_THE_CLAUSE =
  /\b(?:not|never|cannot|hardly|neither|nobody|nothing|nowhere|\p{L}+n't|(?:un|ir)(?:necessary|needed|important|relevant)|dont|doesnt|didnt|isnt|arent|wasnt|wont|wouldnt|shouldnt|cant|couldnt)(?!\p{L})/giu;

/** Denials of what follows them in the clause. */
const OF_WHAT_FOLLOWS =
  /\b(?:no|none|without|nor|avoid(?:s|ing|ed)?|instead of|rather than|lacks?|lacking|omit(?:s|ted|ting)?|ignor(?:e|es|ed|ing)|skip(?:s|ped|ping)?|refus(?:e|es|ed|ing)|forget|forgot|exclud(?:e|es|ed|ing)|fails? to|failed to|drop(?:s|ped|ping)?|free of)(?!\p{L})/giu;

/** What ends a clause. Dashes and brackets do, hyphens do not. */
const CLAUSE =
  /[,;:()[\]—–→]|\s-\s|(?<!\b(?:not|never|n't))\sso\s|\s(?:but|because|since|so that|and(?= (?:not|never|no|nor|without) )|although|though|while|whereas|and then|yet|however)\s|\.\s/gi;

/** What a text denies, token by token. */
export interface Denials {
  /** Whether the token is denied; the words that do so are not. What is denied twice is not. */
  readonly denied: readonly boolean[];
  /** Whether it is one of the first words after a "not": what the denial is about, whatever else it reaches. */
  readonly focus: readonly boolean[];
  /** It says of a whole statement that it does not hold: "it is not true that", "… is wrong". */
  readonly ofStatement: boolean;
  /** It says of somebody that they do not do something: "I would never". */
  readonly ofDoing: boolean;
}

/** So many content words after a "not" are what it is about. */
const FOCUS = 2;

export function denialsIn(text: string, tokens: readonly Token[]): Denials {
  const plain = text.replace(/’/g, "'");
  const clauses = clausesOf(plain);
  const whole = spansOf(plain, OF_THE_REST);
  const outside = (marks: readonly Span[]) =>
    marks.filter((mark) => !whole.some(({ start, end }) => mark.start >= start && mark.start < end));
  const inClause = outside(spansOf(plain, OF_THE_CLAUSE));
  const following = outside(spansOf(plain, OF_WHAT_FOLLOWS));
  const doings = outside(spansOf(plain, OF_THE_DOING));
  const trailing = spansOf(plain, OF_THE_START).slice(0, 1);
  const clauseOf = (at: number) => clauses.find(({ start, end }) => at >= start && at < end) ?? { start: at, end: at };
  const ends = spansOf(plain, DOING_ENDS);
  const reached = [
    ...inClause.map((mark) => clauseOf(mark.start)),
    ...following.map((mark) => ({ start: mark.start, end: clauseOf(mark.start).end })),
    ...doings.map(({ start, end }) => ({ start, end: ends.find((one) => one.start >= end)?.start ?? plain.length })),
    ...trailing.map(({ start }) => ({ start: 0, end: start })),
  ];
  const rest = whole[0]?.end ?? plain.length;
  const marks = [...whole, ...inClause, ...following, ...doings, ...trailing];
  const isMark = (token: Token) => marks.some((mark) => token.start < mark.end && token.end > mark.start);
  const denied = tokens.map((token) => {
    if (isMark(token)) return false;
    const isDenied = reached.some(({ start, end }) => token.start >= start && token.end <= end);
    return token.start >= rest ? !isDenied : isDenied;
  });
  const content = tokens.filter((token) => token.weight > 0 && !isMark(token));
  const focal = new Set(
    [...inClause, ...following, ...doings].flatMap((mark) => {
      const { end } = clauseOf(mark.start);
      return content.filter((token) => token.start >= mark.end && token.end <= end).slice(0, FOCUS);
    }),
  );
  return {
    denied,
    focus: tokens.map((token) => focal.has(token)),
    ofStatement: whole.length + trailing.length > 0,
    ofDoing: doings.length > 0,
  };
}

/** How many words of a text deny something, whatever it is. */
export const countDenials = (tokens: readonly Token[]): number =>
  tokens.filter(
    ({ word }) => NEGATORS.has(word) || /n't$|^(?:do|does|did|is|are|was|wo|would|should|ca|could)nt$/.test(word),
  ).length;

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
