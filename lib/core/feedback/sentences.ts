import { type BlockKind, blocksOf } from './blocks';

/** A piece of an answer that says one thing, and where it stands. */
export interface Sentence {
  /** UTF-16 offsets into the text, `end` exclusive: `text === whole.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: BlockKind;
  /** The number of the paragraph, item or heading that it stands in. */
  readonly block: number;
  /** The sentence as it was written, when this is a part of a long one. */
  readonly whole: { readonly start: number; readonly end: number };
  /** It was cut off, because what it is a part of has no end for a page: nobody says that in a sentence. */
  readonly isCut: boolean;
}

const ABBREVIATIONS = new Set(
  `e.g i.e eg ie etc vs cf al approx ca dr mr mrs ms prof fig figs eq eqs no nos resp incl excl min max avg est sec secs hr hrs
  dept vol ref refs p pp st jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s`.split(/\s+/),
);

/** The end of a sentence, with what closes after it: quotes, brackets, emphasis. */
const END = /(?:[.!?…]+|[。！？｡؟۔।])[)\]"'”’»*_`]*/gu;
/** These end a sentence without a space after them. */
const NEEDS_NO_SPACE = /^[。！？｡]/u;

/** Longer pieces say more than one thing. */
const LONG = 240;
/** And nothing is longer than this, however it is written. */
const LONGEST = 480;
/** Who speaks without a stop may fill so many of these. */
const MOST_PIECES = 4;

/**
 * The sentences of a text, in order and without overlap. Lines of markdown are understood: bullets and numbered items,
 * headings, quotations and rows of tables stand for themselves, lines that were wrapped are read as one, and code is marked.
 */
export function sentencesOf(text: string): Sentence[] {
  return blocksOf(text).flatMap(({ start, end, kind }, block) => {
    const wholes = kind === 'code' || kind === 'row' ? [{ start, end }] : split(text, start, end);
    return wholes.flatMap((whole) =>
      parted(text, whole).flatMap((piece) => {
        const span = tightened(text, piece.start, piece.end);
        return span === null
          ? []
          : [{ ...span, text: text.slice(span.start, span.end), kind, block, whole, isCut: piece.isCut }];
      }),
    );
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Piece extends Span {
  readonly isCut: boolean;
}

function split(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  END.lastIndex = start;
  for (let match = END.exec(text); match !== null && match.index < end; match = END.exec(text)) {
    const after = match.index + match[0].length;
    if (after >= end) break;
    if (!endsSentence(text, from, match.index, match[0], after)) continue;
    spans.push({ start: from, end: after });
    from = after;
  }
  spans.push({ start: from, end });
  return spans;
}

function endsSentence(text: string, from: number, dot: number, mark: string, after: number): boolean {
  if (NEEDS_NO_SPACE.test(mark)) return true;
  if (!/\s/.test(text.charAt(after))) return false;
  // `...` and `…` in the middle of a sentence.
  if (/^(\.{2,}|…)/.test(mark)) return !/^\s+[\p{Ll}]/u.test(text.slice(after, after + 12));
  if (!mark.startsWith('.')) return true;
  const before = text.slice(Math.max(from, dot - 24), dot);
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? '';
  // An initial; a number of a list that was typed in the middle of a line.
  if (/^\p{Lu}$/u.test(word) || (/^\d{1,2}$/.test(word) && before.trim() === word)) return false;
  return !ABBREVIATIONS.has(word.toLowerCase());
}

/** A long sentence at its semicolons; what is long all the same, at spaces. */
function parted(text: string, { start, end }: Span): Piece[] {
  if (end - start <= LONG) return [{ start, end, isCut: false }];
  const spans: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/;\s/g)) {
    spans.push({ start: from, end: start + match.index + 1 });
    from = start + match.index + 1;
  }
  spans.push({ start: from, end });
  return spans.flatMap((span) => {
    const pieces = piecesUpTo(text, span.start, span.end, LONGEST);
    return pieces.map((piece) => ({ ...piece, isCut: pieces.length > MOST_PIECES }));
  });
}

function piecesUpTo(text: string, start: number, end: number, longest: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > longest) {
    const space = text.slice(from, from + longest).search(/\s\S*$/);
    let to = space > longest / 2 ? from + space : from + longest;
    // Never between the halves of an emoji.
    if (/[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    spans.push({ start: from, end: to });
    from = to;
  }
  spans.push({ start: from, end });
  return spans;
}

function tightened(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}
