import type { Passage } from '@/lib/core/passages';
import type { TextSpan } from '@/lib/core/quote-span';
import type { BlockKind } from './blocks';
import type { Encoded } from './encoder';
import { isKeywordList } from './keyword-list';
import { readText, readTokens } from './lexical-features';
import type { ComparedText } from './pair-features';
import { type Paste, pastesIn, type ShownRuns } from './paste';
import { joinedMeaning, meaningOf } from './semantic-features';
import { type Sentence, sentencesOf } from './sentences';
import { joinedStance, readStance, type Stance, stanceOf } from './stance';
import { crossedOut, type SentenceStance, takenBack } from './taken-back';

/** A passage of an answer, or the parts of it that a candidate gave to the step. */
export type AnswerPassage = Pick<Passage, 'path' | 'kind' | 'text'> & { readonly spans?: readonly TextSpan[] };

/** A sentence of an answer, or two that follow each other, as a candidate for what earns an expectation. */
export interface AnswerWindow extends ComparedText, Stance {
  readonly path: string;
  /** UTF-16 offsets into the passage. */
  readonly start: number;
  readonly end: number;
  /** Names things and states nothing: a bare list of keywords, a heading, code. */
  readonly isBare: boolean;
  /** The two sentences of a pair. */
  readonly parts: readonly [AnswerWindow, AnswerWindow] | null;
}

/** A stretch that was copied from what the candidate was shown. */
export interface PastedSpan extends Paste {
  readonly path: string;
}

export interface ReadAnswer {
  /** The passages by their paths. */
  readonly texts: ReadonlyMap<string, string>;
  /** The sentences that count, each on its own. */
  readonly sentences: readonly AnswerWindow[];
  /** Pairs of neighbours, by the places of the two among `sentences`. */
  readonly neighbours: readonly (readonly [number, number])[];
  readonly pasted: readonly PastedSpan[];
}

/** A sentence is taken for pasted when more than this share of its letters was. */
const PASTED_SHARE = 0.5;

/** An answer has at most so many sentences that are looked at: the first ones, some 20 pages. */
const MOST_SENTENCES = 2_000;

export function readAnswer(passages: readonly AnswerPassage[], shown: ShownRuns): ReadAnswer {
  const sentences: AnswerWindow[] = [];
  const neighbours: [number, number][] = [];
  const pasted: PastedSpan[] = [];
  for (const { path, kind, text, spans } of passages) {
    const pastes = pastesIn(text, shown).filter((paste) => liesIn(paste, spans));
    pasted.push(...pastes.map((paste) => ({ ...paste, path })));
    const stances = stancesIn(text, sentencesOf(text).slice(0, MOST_SENTENCES));
    const struck = [...crossedOut(text), ...takenBack(stances)];
    let before: number | null = null;
    for (const read of stances) {
      const { sentence } = read;
      if (sentences.length >= MOST_SENTENCES) break;
      if (!liesIn(sentence, spans) || isPasted(sentence, pastes)) {
        before = null;
        continue;
      }
      sentences.push(readSentence(path, read, kind === 'diagram' ? 'code' : sentence.kind, struck));
      const index = sentences.length - 1;
      if (before !== null) neighbours.push([before, index]);
      before = index;
    }
  }
  return { texts: new Map(passages.map(({ path, text }) => [path, text])), sentences, neighbours, pasted };
}

/** @param encoded of the sentences of the same place; those that were not encoded are compared by their words only */
export function withAnswerMeaning(answer: ReadAnswer, encoded: ReadonlyMap<number, Encoded>): ReadAnswer {
  return {
    ...answer,
    sentences: answer.sentences.map((sentence, index) => {
      const vectors = encoded.get(index);
      return vectors === undefined ? sentence : { ...sentence, meaning: meaningOf(vectors) };
    }),
  };
}

/** Two sentences as one candidate. */
export function joinedWindow(first: AnswerWindow, second: AnswerWindow): AnswerWindow {
  const shift = second.start - first.start;
  return {
    path: first.path,
    start: first.start,
    end: second.end,
    read: readTokens(`${first.read.text} ${second.read.text}`, [
      ...first.read.tokens,
      ...second.read.tokens.map((token) => ({ ...token, start: token.start + shift, end: token.end + shift })),
    ]),
    meaning: first.meaning && second.meaning ? joinedMeaning(first.meaning, second.meaning) : null,
    ...joinedStance(first, second, first.read.stems, second.read.stems),
    isBare: first.isBare && second.isBare,
    parts: [first, second],
  };
}

/** What has no end for pages is read in parts: none of them can earn anything, and reading it all takes long. */
const LONGEST_WHOLE = 4_000;

/** Parts of one sentence share what was read of it. */
function stancesIn(text: string, sentences: readonly Sentence[]): SentenceStance[] {
  let last: SentenceStance | null = null;
  return sentences.map((one) => {
    const isEndless = one.whole.end - one.whole.start > LONGEST_WHOLE;
    const sentence = isEndless ? { ...one, whole: { start: one.start, end: one.end } } : one;
    const { start, end } = sentence.whole;
    const isSame = last !== null && last.sentence.whole.start === start;
    const wholeText: string = isSame && last ? last.wholeText : text.slice(start, end);
    last = { sentence, wholeText, whole: isSame && last ? last.whole : readStance(wholeText) };
    return last;
  });
}

function readSentence(
  path: string,
  { sentence, whole, wholeText }: SentenceStance,
  kind: BlockKind,
  struck: readonly TextSpan[],
): AnswerWindow {
  const { start, end, text } = sentence;
  const read = readText(text);
  const inWhole = (span: TextSpan) => ({
    start: span.start - sentence.whole.start,
    end: span.end - sentence.whole.start,
  });
  const over = struck.filter((span) => span.start < end && span.end > start).map(inWhole);
  return {
    path,
    start,
    end,
    read,
    meaning: null,
    ...stanceOf(wholeText, whole, 'answer', inWhole(sentence), over),
    isBare: kind === 'code' || kind === 'heading' || sentence.isCut || isKeywordList(text, read.tokens),
    parts: null,
  };
}

/** Without spans all of a passage counts; with them what lies for the larger part inside one. */
function liesIn({ start, end }: TextSpan, spans: readonly TextSpan[] | undefined): boolean {
  if (spans === undefined) return true;
  return overlap({ start, end }, spans) > (end - start) / 2;
}

function isPasted(sentence: TextSpan, pastes: readonly Paste[]): boolean {
  return overlap(sentence, pastes) > PASTED_SHARE * (sentence.end - sentence.start);
}

function overlap({ start, end }: TextSpan, spans: readonly TextSpan[]): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)), 0);
}
