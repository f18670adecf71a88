import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';
import { packVectors, unpackVectors } from '@/lib/matching/packed-vectors';

const CHUNK = 256;

/**
 * Encodes many texts, 30 ms each, and keeps the vectors for the next run: in files of some texts each, named after them.
 *
 * @returns a function that reads the vectors of one of the texts
 */
export async function storedVectors(
  folder: string,
  encoder: Encoder,
  texts: readonly string[],
  log: (line: string) => void,
): Promise<(text: string) => Encoded> {
  // A process that is stopped keeps whole chunks, and changed texts at the end cost only the last one.
  const distinct = [...new Set(texts)];
  const places = new Map(distinct.map((text, index) => [text, index]));
  const chunks: Uint8Array[] = [];
  mkdirSync(folder, { recursive: true });
  for (let start = 0; start < distinct.length; start += CHUNK) {
    const chunk = distinct.slice(start, start + CHUNK);
    const name = createHash('sha256')
      .update(JSON.stringify([encoder.id, chunk]))
      .digest('hex')
      .slice(0, 24);
    const path = join(folder, `${name}.vectors`);
    if (!existsSync(path)) {
      writeFileSync(path, packVectors(await encoder.encode(chunk)));
      log(`${Math.min(start + CHUNK, distinct.length)} of ${distinct.length} texts encoded`);
    }
    chunks.push(readFileSync(path));
  }
  let open: { chunk: number; vectors: Encoded[] } | null = null;
  return (text) => {
    const place = places.get(text);
    if (place === undefined) throw new Error('This text was not encoded.');
    const chunk = Math.floor(place / CHUNK);
    // Unpacked, all of them would take a gigabyte; questions are read in the order in which they were packed.
    if (open?.chunk !== chunk) open = { chunk, vectors: unpackVectors(chunks[chunk] as Uint8Array) };
    return open.vectors[place % CHUNK] as Encoded;
  };
}
