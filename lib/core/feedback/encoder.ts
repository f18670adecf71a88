/** A text as a sentence encoder reads it. */
export interface Encoded {
  /** The whole text, of length 1. */
  readonly pooled: Float32Array;
  /** Its words and marks in order, as the encoder tells them apart; a text that is too long ends early. */
  readonly words: readonly string[];
  /** A vector of length 1 for each word, one after the other. */
  readonly vectors: Float32Array;
}

/**
 * A model that turns texts into vectors, close ones for close meanings. Another model can be put in: what it says is used by
 * its `id`, with which results and stored vectors are marked, and needs coefficients of its own.
 */
export interface Encoder {
  readonly id: string;
  encode(texts: readonly string[]): Promise<Encoded[]>;
  /**
   * The cosines of each of some vectors with each of some others, all of length 1, row by row. An encoder that can multiply
   * matrices does this much faster than it is done one by one.
   *
   * @param a the vectors of the rows, one after the other
   * @param b those of the columns
   */
  cosines?(a: Float32Array, b: Float32Array, dimensions: number): Promise<Float32Array>;
}
