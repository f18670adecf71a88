import type { Statement } from '../numbers/statements';

/*
 * Whether a sentence says what its author does. Answers are full of designs that are named in order to turn them down, of what
 * would happen otherwise, and of what runs today. A rule must never hold those against the author, so anything that looks like
 * one of them is passed over, and a few plain statements with it.
 */

/** Words that deny, doubt or turn down what is said near them. */
const HEDGE =
  /\b(?:not|no|never|cannot|nothing|nobody|none|neither|nor|without|instead|rather than|unlike|avoid\w*|reject\w*|refus\w*|skip\w*|ignor\w*|unlikely|doubt\w*|myth|turned? down|drop(?:ped|s)?|discard\w*|wrong\w*|mislead\w*|useless|pointless|overkill|wast(?:e|eful|es|ing)|unnecessary|expensive|meaningless|nonsense|worthless|naive\w*|fool\w*|tempt\w*|dangerous|danger|problem\w*|fails?|failed|leak\w*|hides?|mistake\w*|trap|harmful|bad|breaks?|ruled? out|out of the question|impossible|insufficient|unacceptable|too|even if|unless|otherwise|hardly|barely|little|forbid\w*|stop(?:ped)? short|dismiss\w*|is out|are out|only if|only when|versus|vs|against|compared?|baseline|before|until|whether|although|though|except|leaves? out|left out|leav(?:e|es|ing) (?:\w+ ){1,4}out|omit\w*|exclud\w*)\b|n['’]t\b/i;

/** Words that move a statement out of the design: to what might be, to others, to yesterday. */
const ELSEWHERE =
  /\b(?:if|when|once|unless|suppose\w*|imagine|would(?! (?:also |then |just |simply |first |probably )?(?:be|have|use|take|go|look|report|measure|compute|train|split|retrain|shuffle|like|want|start|run|do|expect|deploy|serve|update|precompute|store|choose|pick|say|evaluate|track|monitor|optimi[sz]e))|could|might|alternative\w*|option\w*|today\w*|currently|current|existing|present|previous\w*|legacy|old|used to|last year|in the past|some (?:people|teams)|people often|many (?:people|teams)|later|in the future|phase (?:two|2)|v\d|worst case|per cent of cases|at my|my (?:last|former|previous|old)|elsewhere|e\.\s?g|for (?:example|instance)|hypothetic\w*|competitors?|the paper|tried|prototype\w*|pilot\w*|years? ago|back then)\b/i;

/** The text between the marks that end a clause around a place. */
export function clauseAround(text: string, at: number): string {
  const ends = /[,;:()—–\n]|\s-\s|\.\s|\b(?:but|because|since|so|while|whereas|although|though|yet|however)\b/gi;
  let start = 0;
  for (const match of text.matchAll(ends)) {
    if (match.index > at) return text.slice(start, match.index);
    start = match.index + match[0].length;
  }
  return text.slice(start);
}

/** Where a pattern first matches a sentence in a clause that says so plainly; null when it does nowhere. */
export function plainMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  if (text.trimEnd().endsWith('?')) return null;
  const global = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  for (const match of text.matchAll(global)) {
    const clause = clauseAround(text, match.index);
    const isDenied = HEDGE.test(clause) || HEDGE.test(match[0]) || /^\s*(?:if|when|unless|instead|no)\b/i.test(text);
    // The pattern's own words stand for a plain verb: "would look at accuracy" is what the author would do.
    if (!isDenied && !ELSEWHERE.test(clause.replace(match[0], 'use'))) return match;
  }
  return null;
}

/** The same for a whole statement: nothing in it is doubted, denied or said of another time. */
export function isPlain({ text }: Pick<Statement, 'text'>): boolean {
  return !text.trimEnd().endsWith('?') && !HEDGE.test(text) && !ELSEWHERE.test(text);
}

/**
 * True when a text has no words but these, numbers aside. What a sentence says besides may change what it means, and nobody can
 * list all that may: so a rule lists what it understands.
 */
export function saysNothingBut(text: string, words: ReadonlySet<string>): boolean {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => words.has(word));
}

/** A set of words for `saysNothingBut`, written as one text. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** True when any of the statements says it, plainly or not: what is mentioned at all makes a cautious rule silent. */
export function mentions(statements: readonly Pick<Statement, 'text'>[], pattern: RegExp): boolean {
  return statements.some(({ text }) => pattern.test(text));
}
