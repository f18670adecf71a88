import type { TextSpan } from '@/lib/core/quote-span';
import { LIST_KINDS, listedIn } from './enumeration';
import { foldText } from './folded-text';
import { type Denials, denialsIn } from './negation';
import { type Token, tokensOf } from './tokens';
import { unclaimedIn } from './unclaimed';

/** How a text stands to what it says, by stems. */
export interface Stance {
  /** What it denies (`Denials`). */
  readonly denied: ReadonlySet<string>;
  readonly focus: ReadonlySet<string>;
  readonly ofStatement: boolean;
  readonly ofDoing: boolean;
  /** How many words deny something, without those of `rejections`. */
  readonly denials: number;
  /** How often it has each word, with those that hold it together. */
  readonly words: ReadonlyMap<string, number>;
  /** What it turns down, and by which words. */
  readonly rejections: readonly StemRejection[];
  /** What it says without claiming it: as a guess, in others' mouths. */
  readonly unclaimed: ReadonlySet<string>;
  /** What it asks. */
  readonly asked: ReadonlySet<string>;
  /** What only stands in a list of names. */
  readonly listed: ReadonlySet<string>;
  /** What only stands in a heap of single words. */
  readonly stuffed: ReadonlySet<string>;
}

/** `Rejection`, by stems. */
export interface StemRejection {
  readonly by: readonly string[];
  readonly isFrame: boolean;
  readonly denied: ReadonlySet<string>;
  readonly focus: ReadonlySet<string>;
}

/** A sentence as it was written, with what each of its words is to it. */
export interface ReadStance {
  readonly tokens: readonly Token[];
  readonly denials: Denials;
  readonly unclaimed: readonly boolean[];
  readonly isQuestion: boolean;
}

/** Reads a sentence; offsets of its tokens are those of `text`. */
export function readStance(text: string): ReadStance {
  const tokens = tokensOf(text);
  const folded = foldText(text).text;
  // The same words in the same order, at the places where they stand in what a reader sees.
  const seen = folded === text ? tokens : tokensOf(folded);
  const { unclaimed, isQuestion } = unclaimedIn(folded, seen);
  return { tokens, denials: denialsIn(folded, seen), unclaimed, isQuestion };
}

/** @param struck what is crossed out or taken back */
export function stanceOf(
  text: string,
  { tokens, denials, unclaimed, isQuestion }: ReadStance,
  of: 'answer' | 'reference',
  part: TextSpan = { start: 0, end: text.length },
  struck: readonly TextSpan[] = [],
): Stance {
  const inPart = tokens.map(({ start, end }) => start >= part.start && end <= part.end);
  const isStruck = tokens.map((token) => struck.some(({ start, end }) => token.start >= start && token.end <= end));
  const stems = (flags: (index: number) => boolean | undefined) =>
    new Set(tokens.filter(({ weight }, index) => weight > 0 && inPart[index] && flags(index)).map(({ stem }) => stem));
  const own = tokens.filter((_, index) => inPart[index]);
  const listed = listedIn(text, own, LIST_KINDS[of]);
  const stuffed = of === 'answer' ? listedIn(text, own, LIST_KINDS.heap) : new Set<Token>();
  const words = new Map<string, number>();
  for (const { stem } of tokens) words.set(stem, (words.get(stem) ?? 0) + 1);
  return {
    words,
    denied: stems((index) => denials.denied[index] !== isStruck[index]),
    focus: stems((index) => denials.focus[index]),
    ofStatement: denials.ofStatement,
    ofDoing: denials.ofDoing,
    denials: denials.count + (isStruck.some(Boolean) ? 1 : 0),
    rejections: denials.rejections.map((one) => ({
      by: one.by,
      isFrame: one.isFrame,
      denied: stems((index) => one.denied[index]),
      focus: stems((index) => one.focus[index]),
    })),
    unclaimed: stems((index) => unclaimed[index]),
    asked: isQuestion ? stems(() => true) : new Set(),
    listed: stems((index) => listed.has(tokens[index] as Token)),
    stuffed: stems((index) => stuffed.has(tokens[index] as Token)),
  };
}

/** Of two sentences as one. What one of them claims is claimed. */
export function joinedStance(first: Stance, second: Stance, ofFirst: Stems, ofSecond: Stems): Stance {
  const either = (name: 'denied' | 'focus') => new Set([...first[name], ...second[name]]);
  const unlessClaimed = (name: 'unclaimed' | 'asked' | 'listed' | 'stuffed') =>
    new Set([
      ...[...first[name]].filter((stem) => !ofSecond.has(stem) || second[name].has(stem)),
      ...[...second[name]].filter((stem) => !ofFirst.has(stem) || first[name].has(stem)),
    ]);
  const words = new Map(first.words);
  for (const [stem, count] of second.words) words.set(stem, (words.get(stem) ?? 0) + count);
  return {
    words,
    denied: either('denied'),
    focus: either('focus'),
    ofStatement: first.ofStatement || second.ofStatement,
    ofDoing: first.ofDoing || second.ofDoing,
    denials: first.denials + second.denials,
    rejections: [...first.rejections, ...second.rejections],
    unclaimed: unlessClaimed('unclaimed'),
    asked: unlessClaimed('asked'),
    listed: unlessClaimed('listed'),
    stuffed: unlessClaimed('stuffed'),
  };
}

type Stems = ReadonlyMap<string, unknown>;
