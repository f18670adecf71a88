import type { TextSpan } from '../../quote-span';

/** A run of letters, a run of digits, one other character, or the end of a line. White space is no token. */
export interface Token extends TextSpan {
  readonly kind: 'word' | 'digits' | 'symbol' | 'newline';
  readonly text: string;
  readonly lower: string;
  /** White space stands before it, or a line begins with it. */
  readonly spaced: boolean;
}

const NONE: Token = { kind: 'newline', text: '', lower: '', spaced: true, start: -1, end: -1 };

// Each branch eats one class of characters, so no character is looked at twice.
const TOKEN = /\n|[^\S\n]+|\p{L}+|[0-9]+|[^\s\p{L}0-9]/gu;

const kindOf = (text: string): Token['kind'] => {
  if (text === '\n') return 'newline';
  if (/^[0-9]/.test(text)) return 'digits';
  return /^\p{L}/u.test(text) ? 'word' : 'symbol';
};

/** The tokens of a text, read by index; an index outside gives a line end. Counts its reads, so that a test can hold them linear. */
export class Tokens {
  reads = 0;
  readonly length: number;
  readonly #tokens: readonly Token[];

  constructor(readonly text: string) {
    const tokens: Token[] = [];
    let spaced = true;
    for (const match of text.matchAll(TOKEN)) {
      const [piece] = match;
      const kind = kindOf(piece);
      if (kind === 'symbol' && piece.trim() === '') {
        spaced = true;
        continue;
      }
      tokens.push({
        kind,
        text: piece,
        lower: kind === 'word' ? piece.toLowerCase() : piece,
        spaced,
        start: match.index,
        end: match.index + piece.length,
      });
      spaced = kind === 'newline';
    }
    this.#tokens = tokens;
    this.length = tokens.length;
  }

  at(index: number): Token {
    this.reads += 1;
    return this.#tokens[index] ?? NONE;
  }

  /** The token, when it follows the one before it without space; else a line end. */
  joined(index: number): Token {
    const token = this.at(index);
    return token.spaced ? NONE : token;
  }
}
