import type { Passage } from '@/lib/core/passages';
import type { TextSpan } from '@/lib/core/quote-span';
import type { BlockKind } from './blocks';
import type { Encoded } from './encoder';
import { isKeywordList } from './keyword-list';
import { readText, readTokens } from './lexical-features';
import type { ComparedText } from './pair-features';
import { type Paste, pastesIn, type ShownRuns } from './paste';
import { type DeniedStems, deniedStems } from './references';
import { joinedMeaning, meaningOf } from './semantic-features';
import { type Sentence, sentencesOf } from './sentences';

/** A passage of an answer, or the parts of it that a candidate gave to the step. */
export type AnswerPassage = Pick<Passage, 'path' | 'kind' | 'text'> & { readonly spans?: readonly TextSpan[] };

/** A sentence of an answer, or two that follow each other, as a candidate for what earns an expectation. */
export interface AnswerWindow extends ComparedText, DeniedStems {
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
    let before: number | null = null;
    for (const sentence of sentencesOf(text)) {
      if (sentences.length >= MOST_SENTENCES) break;
      if (!liesIn(sentence, spans) || isPasted(sentence, pastes)) {
        before = null;
        continue;
      }
      sentences.push(readSentence(path, text, sentence, kind === 'diagram' ? 'code' : sentence.kind));
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
    denied: new Set([...first.denied, ...second.denied]),
    focus: new Set([...first.focus, ...second.focus]),
    ofStatement: first.ofStatement || second.ofStatement,
    ofDoing: first.ofDoing || second.ofDoing,
    denials: first.denials + second.denials,
    isBare: first.isBare && second.isBare,
    parts: [first, second],
  };
}

function readSentence(path: string, passage: string, sentence: Sentence, kind: BlockKind): AnswerWindow {
  const { start, end, text, whole } = sentence;
  const read = readText(text);
  // Part of a sentence may be denied by another part.
  const inWhole = read.tokens.map((token) => ({
    ...token,
    start: token.start + start - whole.start,
    end: token.end + start - whole.start,
  }));
  return {
    path,
    start,
    end,
    read,
    meaning: null,
    ...deniedStems(passage.slice(whole.start, whole.end), inWhole),
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
