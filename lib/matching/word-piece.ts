/** What is needed of the `tokenizer.json` of an uncased BERT. */
export interface Vocabulary {
  readonly [piece: string]: number;
}

/** The longest input the model was trained with; a longer text is cut off. */
const MOST_PIECES = 128;
const LONGEST_WORD = 100;

/** A text as BERT reads it. */
export interface Pieces {
  /** With the marks of start and end. */
  readonly ids: readonly number[];
  /** The words that are whole in `ids`, with the number of pieces of each. */
  readonly words: readonly { readonly word: string; readonly pieces: number }[];
}

/** Splits texts into pieces of words: Schuster and Nakajima (2012), greedy and longest first, as in uncased BERT. */
export class WordPiece {
  readonly #ids: Map<string, number>;
  readonly #start: number;
  readonly #end: number;
  readonly #unknown: number;

  constructor(vocabulary: Vocabulary) {
    this.#ids = new Map(Object.entries(vocabulary));
    this.#start = this.#idOf('[CLS]');
    this.#end = this.#idOf('[SEP]');
    this.#unknown = this.#idOf('[UNK]');
  }

  read(text: string): Pieces {
    const ids = [this.#start];
    const words: { word: string; pieces: number }[] = [];
    for (const word of basicWords(text)) {
      const pieces = this.#piecesOf(word);
      if (ids.length + pieces.length > MOST_PIECES - 1) break;
      ids.push(...pieces);
      words.push({ word, pieces: pieces.length });
    }
    ids.push(this.#end);
    return { ids, words };
  }

  #idOf(piece: string): number {
    const id = this.#ids.get(piece);
    if (id === undefined) throw new Error(`The vocabulary has no ${piece}.`);
    return id;
  }

  #piecesOf(word: string): number[] {
    if (word.length > LONGEST_WORD) return [this.#unknown];
    const pieces: number[] = [];
    let start = 0;
    while (start < word.length) {
      let end = word.length;
      let id: number | undefined;
      for (; end > start; end -= 1) {
        id = this.#ids.get((start > 0 ? '##' : '') + word.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return [this.#unknown];
      pieces.push(id);
      start = end;
    }
    return pieces;
  }
}

/** Lower case, without accents and control characters; each mark and each Chinese character is a word. */
function basicWords(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return plain.match(/\p{Script=Han}|[^\s\p{P}\p{S}\p{C}\p{Script=Han}]+|[\p{P}\p{S}]/gu) ?? [];
}
