import { NEGATORS } from './function-words';
import * as rejecting from './rejecting-words';
import type { Token } from './tokens';

/*
 * Which words of a sentence it denies. There is no parser here: a denial reaches as far as its clause, and where it is said
 * of a whole statement ("it is not true that"), to the end of the sentence. One that has nothing to reach in its own clause
 * ("…, which I consider overkill", "I would leave this out: …") reaches what stands before or after it. What is told is only that
 * two texts differ in what they deny, and that is enough to say "unclear" in place of "found".
 */

const words = (pattern: string, flags = 'gi') =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}])`, `u${flags}`);

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
  /\b(?:i|we|they|you)(?: (?:do|did|would|will|can|could|should|shall|must|may|am|are|have|had|wo|ca))? ?(?:not(?! (?:only|just|merely))|never|n't|cannot)(?!\p{L})/giu;
/** What somebody turns down does so too. */
const BY_PERSON = words(
  `(?:i|we)(?:'d|'ll|'m|'re)?(?: (?:would|will|do|am|are|have|had|should|could|can|also|just|simply|rather|deliberately|therefore|clearly|definitely|strongly|happily|to|going|want)){0,4} (?:${rejecting.REJECT_BY_PERSON})`,
);
const DOING_ENDS =
  /[;:—–]|\s(?:but|instead|rather|because|since|so|though|although|while|whereas)\s|,\s(?:i|we|it|they|this|that|the|these|and)\s/gi;

/** Denials inside a clause, each of the words around it in that clause. */
const OF_THE_CLAUSE =
  /\b(?:not(?! (?:only|just|merely))|never|cannot|hardly|neither|nobody|nothing|nowhere|\p{L}+n't|(?:un|ir)(?:necessary|needed|important|relevant)|dont|doesnt|didnt|isnt|arent|wasnt|wont|wouldnt|shouldnt|cant|couldnt)(?!\p{L})/giu;

/** Denials of what follows them in the clause. */
const OF_WHAT_FOLLOWS = words(
  `no(?!:)|none|nope|without|(?<=[\\p{L}.;] )(?:${rejecting.LABELS})(?=:)|nor|avoid(?:s|ing|ed)?|(?:keep|have|design|use|need|do|make|want|build|leave|spend|put|with) zero|${rejecting.REJECT}|${rejecting.LOSING}`,
);
/** Of a thing that another one is chosen over: "the average over a week" is none. */
const CHOSEN_OVER = new RegExp(
  `(?<!\\p{L})${rejecting.CHOOSE}(?!\\p{L})[^;:.]{0,200}?\\sover(?= (?!(?:the |a |an )?(?:last|past|next|previous|time|all|every|each|whole|entire|\\d|night|course|day|week|month|year|period|window|hour|https?)))`,
  'giu',
);
/** A name after it is enough: "use IVF-PQ over HNSW". */
const USED_OVER =
  /(?<!\p{L})(?:[Uu]s(?:e|es|ing)|[Rr]un|[Tt]ake|[Tt]rain|[Bb]uild|[Dd]eploy) [^;:,.]{0,200}?\sover(?= \p{Lu}{2})/gu;
const OVER_AGAIN = /\sand over(?=\s)/gi;

/** Denials of what follows until something else begins. */
const OF_ALL_THAT_FOLLOWS = words(`${rejecting.NO_REASON}|^\\W*(?:${rejecting.LABELS})(?=:)`);

/** Of an idea, which is told to the end of the sentence. */
const OF_AN_IDEA = words(
  `(?:${rejecting.REJECT}|${rejecting.REJECT_BY_PERSON}|${rejecting.NO_REASON}) (?:(?:the|this|that|any|such an?|all) )?(?:whole |entire )?(?:idea|claim|view|notion|thought|advice|suggestion|proposal|belief|temptation|assumption|opinion|plan|talk|argument)s?(?: that| of| to|:)`,
);

/** Of what stands between two words. */
const OF_WHAT_IS_BETWEEN = words(rejecting.REJECT_BETWEEN);

/** Judgements of what stands before them. */
const JUDGING = words(
  `${rejecting.JUDGED_BAD}|${rejecting.SPEAKS_AGAINST}|(?:is|are|was|were|be|been|being|gets?|got|stays?|remains?)(?: \\p{L}+ly| also| simply| just)? (?:${rejecting.REJECTED})`,
);

/** A mark at either end says it of the whole sentence. */
const CROSSED = /^\s*(?:[-*]\s*)?[❌✖✗✘🚫⛔👎🙅✕☒]|[❌✖✗✘🚫⛔👎🙅✕☒]\s*$/u;

/** What ends a clause. Dashes and brackets do, hyphens do not. */
const CLAUSE =
  /[,;:()[\]—–→]|\s-\s|(?<!\b(?:not|never|n't))\sso\s|\s(?:but|because|since|so that|and(?= (?:not|never|no|nor|without) )|although|though|while|whereas|and then|yet|however)\s|\.\s/gi;
/** After these a clause goes on. */
const GOES_ON = /^[\s,—–-]*(?:namely|that is|i\.e\.|such as|like|e\.g\.|for example|for instance|including|viz\.?)\s/i;

/** Where the subject of a judgement begins. */
const SUBJECT_BEGINS =
  /[;:—–(]|\.\s|\s(?:but|because|since|so|though|although|while|whereas|and then|if|when)\s|,\s(?:i|we|it|they|this|that|so|and|but|a|an|the|because|since|while|as|which)\s/gi;

/** Words of which a denial can have some and still have nothing of its own to deny. */
const LIGHT: ReadonlySet<string> = new Set(
  `idea ideas thing things way ways approach approaches option options plan plans point points claim claims statement sentence paragraph
  previous following case reason reasons need needs needed necessary use used useful value sense worth time money effort help helps matter matters
  good bad right true exactly really actually simply just here consider considered think believe say says said call called find see seen want wanted
  do done doing make makes made go goes going take takes keep keeps leave leaves left get gets everything anything something nothing people
  team someone anybody anyone somebody everybody everyone myself opinion view views mind agree honest frankly honestly would write written holds hold
  kind kinds sort part parts list item items alternative alternatives goal goals version v1 v2 scope phase first line bullet entry entries
  opposite contrary instead never rather much little bit lot today personally clearly definitely certainly probably propose proposed suggest suggested
  suggestion proposal stuff nonsense side step steps beginner colleague boss manager interviewer heard hear read thought done tried
  explicitly deliberately intentionally considering however words word above below costs cost
  strike strikes seem seems sound sounds look looks feel feels aside later away behind alone list lists`
    .trim()
    .split(/\s+/),
);

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
  /** How many words deny something, whatever it is, without those of `rejections`. */
  readonly count: number;
  /** What is turned down by a word with a meaning of its own, which another text may have as well. */
  readonly rejections: readonly Rejection[];
  /** It denies, and has no words of its own that it could be about: "This is wrong.", "Out of scope:". */
  readonly isEmpty: boolean;
  /** The same but for two words: enough for a heading. */
  readonly isNearlyEmpty: boolean;
}

/** One word, or a few, by which something is turned down. */
export interface Rejection {
  /** The words that do it, by their stems; none for a bare "not". */
  readonly by: readonly string[];
  /** It stands around a whole statement: what that denies is affirmed. */
  readonly isFrame: boolean;
  readonly denied: readonly boolean[];
  readonly focus: readonly boolean[];
}

/** So many content words after a "not" are what it is about. */
const FOCUS = 2;

interface Mark extends Span {
  readonly reach: Span;
  readonly isFrame?: boolean;
  /** The first words in here are what it is about. */
  readonly focus: Span | null;
}

export function denialsIn(text: string, tokens: readonly Token[]): Denials {
  const plain = text.replace(/’/g, "'");
  const clauses = clausesOf(plain);
  const whole = spansOf(plain, OF_THE_REST);
  const outside = <T extends Span>(found: readonly T[]) =>
    found.filter((mark) => !whole.some(({ start, end }) => mark.start >= start && mark.start < end));
  const judged = outside(spansOf(plain, JUDGING));
  const found = {
    // "not needed" is a judgement.
    clause: outside(spansOf(plain, OF_THE_CLAUSE)).filter(
      (mark) => !judged.some(({ start, end }) => mark.start >= start && mark.end <= end),
    ),
    following: outside([...spansOf(plain, OF_WHAT_FOLLOWS), ...overs(plain)]),
    all: outside(spansOf(plain, OF_ALL_THAT_FOLLOWS)),
    doings: outside(spansOf(plain, OF_THE_DOING)),
    persons: outside(spansOf(plain, BY_PERSON)),
    judged,
    ideas: outside(spansOf(plain, OF_AN_IDEA)),
    between: outside(betweens(plain)),
    trailing: spansOf(plain, OF_THE_START).slice(0, 1),
  };
  const everyMark = [whole, ...Object.values(found)].flat();
  const inside = (token: Token, { start, end }: Span) => token.start < end && token.end > start;
  const isMark = (token: Token) => everyMark.some((mark) => inside(token, mark));
  const content = tokens.filter((token) => token.weight > 0 && !isMark(token));
  const says = ({ start, end }: Span) =>
    content.some((token) => token.start >= start && token.end <= end && !LIGHT.has(token.word));
  const clauseOf = (at: number) => clauses.find(({ start, end }) => at >= start && at < end) ?? { start: at, end: at };
  const doingEnds = spansOf(plain, DOING_ENDS);
  const subjects = spansOf(plain, SUBJECT_BEGINS);
  const untilSomethingElse = (start: number): Span => ({
    start,
    end: doingEnds.find((one) => one.start >= start)?.start ?? plain.length,
  });
  /** What a denial is about that has nothing to be about in its own clause. */
  const orElsewhere = (mark: Span, own: Span, canBeAfter: RegExp): { reach: Span; isFrame: boolean } => {
    if (says(own)) return { reach: own, isFrame: false };
    const clause = clauseOf(mark.start);
    const text = plain.slice(mark.end);
    if (canBeAfter.test(text) && says({ start: mark.end, end: plain.length })) {
      // "Alternatives rejected: …, so I do this."
      const chosen = OTHERS.test(plain.slice(0, mark.start))
        ? text.search(/,\s(?:so|and|hence|therefore)\s(?:i|we)\s|\s(?:but|because)\s/i)
        : -1;
      return { reach: { start: mark.end, end: chosen < 0 ? plain.length : mark.end + chosen }, isFrame: chosen < 0 };
    }
    if (says(clause)) return { reach: own, isFrame: false };
    const points = POINTS.test(plain.slice(clause.start, clause.end));
    const begins = points
      ? 0
      : (subjects.findLast((one) => one.end <= clause.start && plain[one.start] === ';')?.end ?? 0);
    return { reach: { start: begins, end: mark.start }, isFrame: true };
  };
  const ofClause = (mark: Span): Mark => {
    const clause = clauseOf(mark.start);
    return { ...mark, reach: clause, focus: { start: mark.end, end: clause.end } };
  };
  const ofWhatFollows = (mark: Span): Mark => {
    const own = goingOn(plain, clauses, { start: mark.start, end: clauseOf(mark.start).end });
    const found = orElsewhere(mark, own, AFTER_EMPTY);
    // ", namely that …"
    const isFrame = found.isFrame || own.end > clauseOf(mark.start).end;
    return { ...mark, ...found, isFrame, focus: { start: mark.end, end: own.end } };
  };
  const ofAllThatFollows = (mark: Span): Mark => {
    const own = untilSomethingElse(mark.end);
    return {
      ...mark,
      ...orElsewhere(mark, own, AFTER_EMPTY),
      focus: { start: mark.end, end: clauseOf(mark.start).end },
    };
  };
  const ofWhatIsBetween = ({ objectEnd, ...mark }: Span & { readonly objectEnd: number }): Mark => {
    const own = { start: mark.end, end: objectEnd };
    return { ...mark, ...orElsewhere({ start: mark.start, end: own.end }, own, AFTER_EMPTY), focus: own };
  };
  const ofSubject = (mark: Span): Mark => {
    const begins = subjects.findLast((one) => one.end <= mark.start)?.end ?? 0;
    return { ...mark, ...orElsewhere(mark, { start: begins, end: mark.start }, AFTER_JUDGEMENT), focus: null };
  };
  const marks = [
    ...found.clause.map(ofClause),
    ...found.following.map(ofWhatFollows),
    ...[...found.all, ...found.doings, ...found.persons].map(ofAllThatFollows),
    ...found.judged.map(ofSubject),
    ...found.between.map(ofWhatIsBetween),
    ...found.ideas.map(
      (mark): Mark => ({ ...mark, reach: { start: mark.end, end: plain.length }, isFrame: true, focus: null }),
    ),
    ...found.trailing.map((mark): Mark => ({ ...mark, reach: { start: 0, end: mark.start }, focus: null })),
  ];
  const inFocus = ({ focus }: Mark) =>
    focus === null ? [] : content.filter(({ start, end }) => start >= focus.start && end <= focus.end).slice(0, FOCUS);
  const isReached = (token: Token, { reach: { start, end } }: Mark) => token.start >= start && token.end <= end;
  const rejects = marks.map((mark) => ({ mark, by: wordsOf(mark, tokens) }));
  const isPlain = ({ mark, by }: { mark: Mark; by: readonly string[] }) => by.length === 0 && mark.isFrame !== true;
  const plainly = rejects.filter(isPlain).map(({ mark }) => mark);
  const focal = new Set(plainly.flatMap(inFocus));
  const rest = whole[0]?.end ?? plain.length;
  const isCrossed = CROSSED.test(plain);
  const own = content.filter((token) => !LIGHT.has(token.word));
  return {
    denied: tokens.map((token) => {
      if (isMark(token)) return false;
      const isDenied = plainly.some((mark) => isReached(token, mark));
      return isCrossed || (token.start >= rest ? !isDenied : isDenied);
    }),
    focus: tokens.map((token) => focal.has(token)),
    ofStatement: whole.length + found.trailing.length > 0,
    ofDoing: found.doings.length > 0,
    count:
      countDenials(tokens) +
      plainly.filter((mark) => !tokens.some((token) => isNegator(token) && inside(token, mark))).length +
      (isCrossed ? 1 : 0),
    rejections: rejects
      .filter((one) => !isPlain(one))
      .map(({ mark, by }) => {
        const about = new Set(inFocus(mark));
        return {
          by,
          isFrame: mark.isFrame === true,
          denied: tokens.map((token) => !isMark(token) && isReached(token, mark)),
          focus: tokens.map((token) => about.has(token)),
        };
      }),
    isEmpty: (everyMark.length > 0 || isCrossed) && own.length === 0,
    isNearlyEmpty: rejects.some(({ by }) => by.length > 0) && own.length <= 2,
  };
}

/** The words of a mark that says more than "not". */
function wordsOf({ start, end }: Span, tokens: readonly Token[]): string[] {
  const own = tokens.filter((token) => token.start >= start && token.end <= end);
  if (!own.some(({ weight }) => weight > 0)) return [];
  return own.filter(({ word, weight }) => weight > 0 || NEGATORS.has(word)).map(({ stem }) => stem);
}

const OTHERS = /\b(?:alternatives?|options?|ideas?|candidates?|approach(?:es)?|others?|considered)(?: and| but)?\s*$/i;

/** What points at another part of the sentence. */
const POINTS = /\b(?:this|that|which|it|these|those|all|none|any)\b/i;

/** Where a denial without words of its own is followed by what it denies. */
const AFTER_EMPTY = /^[^,;.]{0,100}?(?::|—|–|\s-\s|,? (?:namely|that is|i\.e\.))/;
const AFTER_JUDGEMENT = /^\s*(?::|—|–|-\s|,? (?:namely|that|to|whether|if|when|of|for|in|is|are|how)\s)/;

const NEGATED = /n't$|^(?:do|does|did|is|are|was|wo|would|should|ca|could)nt$/;

const isNegator = ({ word }: Token) => NEGATORS.has(word) || NEGATED.test(word);

const countDenials = (tokens: readonly Token[]): number => tokens.filter(isNegator).length;

interface Span {
  readonly start: number;
  readonly end: number;
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** The first words of `OF_WHAT_IS_BETWEEN`, and where what follows them and is turned down ends. */
const betweens = (text: string): (Span & { readonly objectEnd: number })[] =>
  [...text.matchAll(OF_WHAT_IS_BETWEEN)].map((match) => {
    const object = match[1] ?? '';
    const end = match.index + match[0].indexOf(object);
    return { start: match.index, end, objectEnd: end + object.length };
  });

/** The words "over" by which something is preferred. */
function overs(text: string): Span[] {
  const first = [...spansOf(text, CHOSEN_OVER), ...spansOf(text, USED_OVER)].map(({ end }) => ({
    start: end - 'over'.length,
    end,
  }));
  if (first.length === 0) return [];
  return [...first, ...spansOf(text, OVER_AGAIN).filter(({ start }) => start > (first[0]?.end ?? 0))];
}

/** A clause that is explained by the next one ends with that. */
function goingOn(text: string, clauses: readonly Span[], span: Span): Span {
  if (!GOES_ON.test(text.slice(span.end))) return span;
  const next = clauses.find(({ start }) => start >= span.end);
  return next === undefined ? span : { start: span.start, end: text.length };
}

function clausesOf(text: string): Span[] {
  const ends = [...spansOf(text, CLAUSE).map(({ end }) => end), text.length];
  return ends.map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}
