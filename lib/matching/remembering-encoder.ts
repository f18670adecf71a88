import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';

/** Vectors of so many texts are kept, some 40 kB each. */
const MOST_TEXTS = 384;

/**
 * An encoder that does not read a text again that it read not long ago: somebody who changes one sentence of an answer waits
 * for that sentence only. The least recently used texts are forgotten first.
 */
export function rememberingEncoder(encoder: Encoder, mostTexts = MOST_TEXTS): Encoder {
  const known = new Map<string, Encoded>();
  return {
    id: encoder.id,
    ...(encoder.cosines && { cosines: encoder.cosines }),
    async encode(texts) {
      const missing = [...new Set(texts)].filter((text) => !known.has(text));
      const fresh = missing.length === 0 ? [] : await encoder.encode(missing);
      const read = new Map(missing.map((text, index) => [text, fresh[index] as Encoded]));
      const encoded = texts.map((text) => (read.get(text) ?? known.get(text)) as Encoded);
      for (const [index, text] of texts.entries()) {
        known.delete(text);
        known.set(text, encoded[index] as Encoded);
      }
      for (const oldest of known.keys()) {
        if (known.size <= mostTexts) break;
        known.delete(oldest);
      }
      return encoded;
    },
  };
}
