import type { AnswerSlot } from './attempt';
import type { Passage } from './passages';
import type { Quote } from './quote';

/** Offsets into a passage, UTF-16 code units, `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What a quote may hold (`quoteSchema`). */
const MAX_QUOTE_CHARACTERS = 20_000;

/** A span without the space at its ends, inside the text; null when nothing is left. */
function tightSpan(text: string, from: number, to: number): TextSpan | null {
  let start = Math.max(0, Math.min(from, to));
  let end = Math.min(text.length, Math.max(from, to), start + MAX_QUOTE_CHARACTERS);
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

/** The quote of what stands between two places of a passage, in either order; null when that is nothing but space. */
export function quoteBetween(slot: AnswerSlot, passage: Passage, from: number, to: number): Quote | null {
  const span = tightSpan(passage.text, from, to);
  return span && { slot, path: passage.path, ...span, text: passage.text.slice(span.start, span.end) };
}

/** The sentences of a text, and its lines: what a person would quote whole. */
export function sentencesOf(text: string): TextSpan[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].flatMap(
    ({ index, segment }) => tightSpan(text, index, index + segment.length) ?? [],
  );
}

/**
 * Finds words in texts, whatever their case, at their first place: its span there, or null. Letter by letter, because a text in
 * lower case can be longer than the text itself (`İ`), and its places are others then.
 */
export function wordFinder(words: string): (text: string) => TextSpan | null {
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'iu');
  return (text) => {
    const match = pattern.exec(text);
    return match && { start: match.index, end: match.index + match[0].length };
  };
}

/** The words of a text, each with the marks that cling to it. */
function wordsOf(text: string): TextSpan[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export type SpanMove = 'start-earlier' | 'start-later' | 'end-earlier' | 'end-later';

/** Moves one edge of a span by a word. Gives the span back unchanged where the text ends or no word would be left. */
export function moveByWord(text: string, span: TextSpan, move: SpanMove): TextSpan {
  const words = wordsOf(text);
  switch (move) {
    case 'start-earlier': {
      const word = words.findLast((one) => one.start < span.start);
      return word ? { start: word.start, end: span.end } : span;
    }
    case 'start-later': {
      const word = words.find((one) => one.start > span.start);
      return word && word.start < span.end ? { start: word.start, end: span.end } : span;
    }
    case 'end-earlier': {
      const word = words.findLast((one) => one.end < span.end);
      return word && word.end > span.start ? { start: span.start, end: word.end } : span;
    }
    case 'end-later': {
      const word = words.find((one) => one.end > span.end);
      return word ? { start: span.start, end: word.end } : span;
    }
  }
}
