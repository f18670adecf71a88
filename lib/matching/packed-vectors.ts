import type { Encoded } from '@/lib/core/feedback/encoder';

/*
 * Vectors as bytes: each as its largest part and 8 bits for every part. That is a quarter of the size and changes a cosine
 * in the fourth decimal.
 */

interface Head {
  readonly dimensions: number;
  /** The words of each text. */
  readonly texts: readonly (readonly string[])[];
}

/** A vector for the text, then one for each word; a length in front of the head. */
export function packVectors(texts: readonly Encoded[]): Uint8Array {
  const dimensions = texts[0]?.pooled.length ?? 0;
  const head = new TextEncoder().encode(JSON.stringify({ dimensions, texts: texts.map(({ words }) => words) }));
  const count = texts.reduce((sum, { words }) => sum + words.length + 1, 0);
  const bytes = new Uint8Array(4 + head.length + count * (4 + dimensions));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length);
  bytes.set(head, 4);
  let at = 4 + head.length;
  const write = (vector: Float32Array) => {
    const scale = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1;
    view.setFloat32(at, scale);
    for (const [index, value] of vector.entries()) view.setInt8(at + 4 + index, Math.round(value / scale));
    at += 4 + dimensions;
  };
  for (const { pooled, words, vectors } of texts) {
    write(pooled);
    for (let word = 0; word < words.length; word += 1)
      write(vectors.subarray(word * dimensions, (word + 1) * dimensions));
  }
  return bytes;
}

/** @throws Error when the bytes are not what `packVectors` made */
export function unpackVectors(bytes: Uint8Array): Encoded[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = view.getUint32(0);
  const { dimensions, texts } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as Head;
  let at = 4 + headLength;
  const read = (into: Float32Array) => {
    const scale = view.getFloat32(at);
    let squares = 0;
    for (let index = 0; index < dimensions; index += 1) {
      into[index] = view.getInt8(at + 4 + index) * scale;
      squares += (into[index] as number) ** 2;
    }
    const length = Math.sqrt(squares) || 1;
    for (let index = 0; index < dimensions; index += 1) into[index] = (into[index] as number) / length;
    at += 4 + dimensions;
    return into;
  };
  return texts.map((words) => {
    const pooled = read(new Float32Array(dimensions));
    const vectors = new Float32Array(words.length * dimensions);
    for (let word = 0; word < words.length; word += 1)
      read(vectors.subarray(word * dimensions, (word + 1) * dimensions));
    return { pooled, words, vectors };
  });
}
