import type { Passage } from '../passages';
import type { Quote } from '../quote';

/** Where the words of a quote stand now. `moved`: not where the quote says, or spaced differently. */
export type Anchor =
  | { readonly kind: 'exact' | 'moved'; readonly path: string; readonly start: number; readonly end: number }
  | { readonly kind: 'lost' };

const LOST: Anchor = { kind: 'lost' };
const fieldOf = (path: string) => path.split('.')[0] ?? path;

/**
 * Finds the words of a quote among passages that may not be the ones it was taken from: at its place, else the nearest equal
 * words of the same passage, then of the same field, then anywhere, and at last the same words spaced differently.
 */
export function findAnchor(quote: Quote, passages: readonly Passage[]): Anchor {
  const own = passages.find((passage) => passage.path === quote.path);
  if (own && own.text.slice(quote.start, quote.end) === quote.text) {
    return { kind: 'exact', path: own.path, start: quote.start, end: quote.end };
  }
  const rank = (passage: Passage) => (passage === own ? 0 : fieldOf(passage.path) === fieldOf(quote.path) ? 1 : 2);
  const ordered = [...passages].sort((a, b) => rank(a) - rank(b));
  for (const find of [nearest, nearestSpaced]) {
    for (const passage of ordered) {
      const place = find(passage.text, quote.text, passage === own ? quote.start : 0);
      if (place) return { kind: 'moved', path: passage.path, ...place };
    }
  }
  return LOST;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The occurrence whose beginning is nearest to a place; null when there is none. */
function nearest(text: string, words: string, to: number): Place | null {
  const before = text.lastIndexOf(words, to);
  const after = text.indexOf(words, to);
  const start = before === -1 ? after : after === -1 || to - before <= after - to ? before : after;
  return start === -1 ? null : { start, end: start + words.length };
}

/** As `nearest`, with any run of space equal to any other. */
function nearestSpaced(text: string, words: string, to: number): Place | null {
  const wanted = squeeze(words.trim());
  if (wanted.text === '') return null;
  const squeezed = squeeze(text);
  const found = nearest(
    squeezed.text,
    wanted.text,
    squeezed.places.findLastIndex((place) => place <= to),
  );
  if (!found) return null;
  const start = squeezed.places[found.start];
  const last = squeezed.places[found.end - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}

/** A text with every run of space as one, and where each of its code units stood. */
function squeeze(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  const pieces: string[] = [];
  for (const { 0: piece, index } of text.matchAll(/\s+|\S+/g)) {
    const isSpace = piece.trim() === '';
    pieces.push(isSpace ? ' ' : piece);
    for (let at = 0; at < (isSpace ? 1 : piece.length); at += 1) places.push(index + at);
  }
  return { text: pieces.join(''), places };
}
