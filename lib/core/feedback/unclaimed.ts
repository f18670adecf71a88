import type { Token } from './tokens';
import { GUESSING, NOT_KNOWING, OTHERS_DO, OTHERS_SAY } from './unclaimed-words';

/** Which words of a sentence it says without claiming them. */
export interface Unclaimed {
  /** Token by token: as a guess, in others' mouths, as others' work, in quotation marks. */
  readonly unclaimed: readonly boolean[];
  /** The whole sentence is a question. */
  readonly isQuestion: boolean;
}

const words = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');

const OPEN_END = words([OTHERS_SAY, OTHERS_DO, NOT_KNOWING].join('|'));
const OF_THE_CLAUSE = words(GUESSING);

/** Where somebody goes on in words of their own. */
const ENDS = /;|\.\s|\s(?:but|however|instead)\s|,\s(?:i|we|so|which is why)\s/gi;
const CLAUSE_ENDS = /[,;:()—–]|\.\s|\s-\s|\s(?:but|because|since|so|and then)\s/gi;

/** Longer quotations are more than a name or a term. */
const QUOTED = /"[^"\n]{25,}"|“[^”\n]{25,}”|„[^“”\n]{25,}[“”]|«[^»\n]{25,}»/g;

/** What asks for something; "Sharding by seller?" doubts it, unless it is as short as notes are. */
const ASKS =
  /(?<!\p{L})(?:how|what|which|who|whom|whose|where|when|why|is|are|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|has|have)(?!\p{L})/iu;
const MOST_OF_A_SHORT_QUESTION = 8;

export function unclaimedIn(text: string, tokens: readonly Token[]): Unclaimed {
  const plain = text.replace(/’/g, "'");
  const marks = [
    ...[...plain.matchAll(OPEN_END)].map((mark) => ({ mark, ends: ENDS })),
    ...[...plain.matchAll(OF_THE_CLAUSE)].map((mark) => ({ mark, ends: CLAUSE_ENDS })),
  ];
  const reached = marks.flatMap(({ mark, ends }) => {
    const from = mark.index + mark[0].length;
    ends.lastIndex = from;
    const after = plain.slice(from);
    const isLead = /^[^,;.:]{0,30}:/.test(after);
    // "Some say that …" goes on to the end, unless somebody objects.
    const objects = /^ that\s/i.test(after) ? after.search(/(?:\s(?:but|however),?|;)\s(?:i|we)\s/i) : null;
    const said = objects === null ? ends.exec(plain)?.index : objects < 0 ? undefined : from + objects;
    const to = isLead ? plain.length : (said ?? plain.length);
    const says = tokens.some(({ start, end, weight }) => weight > 0 && start >= from && end <= to);
    // "…, who knows": of what was said before. "TODO: …": of what comes.
    if (says) return [{ start: from, end: to }];
    // "a better order perhaps" guesses at one word.
    if (ends === CLAUSE_ENDS && !/[,;:(—–-]\s*$/.test(plain.slice(0, mark.index))) return [];
    return tokens.some(({ start, weight }) => weight > 0 && start < mark.index)
      ? [{ start: 0, end: mark.index }]
      : [{ start: from, end: plain.length }];
  });
  const quoted = [...plain.matchAll(QUOTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans = [...reached, ...quoted];
  const isQuestion = /\?[)\]"'”’»*_`~\s]*$/.test(plain);
  const isDoubted = isQuestion && tokens.length > MOST_OF_A_SHORT_QUESTION && !ASKS.test(plain);
  return {
    unclaimed: tokens.map(
      (token) => isDoubted || spans.some(({ start, end }) => token.start >= start && token.end <= end),
    ),
    isQuestion: isQuestion && !isDoubted,
  };
}
