import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';
import { packVectors, unpackVectors } from '@/lib/matching/packed-vectors';

const CHUNK = 256;

interface Place {
  readonly path: string;
  readonly index: number;
}

/**
 * Encodes many texts, 30 ms each, and keeps the vectors for the next run: in files of some texts each, with a list of the
 * texts beside. Only what no file has yet is encoded.
 *
 * @returns a function that reads the vectors of one of the texts
 */
export async function storedVectors(
  folder: string,
  encoder: Encoder,
  texts: readonly string[],
  log: (line: string) => void,
): Promise<(text: string) => Encoded> {
  mkdirSync(folder, { recursive: true });
  const keyOf = (text: string) => hash(JSON.stringify([encoder.id, text]));
  const places = placesIn(folder);
  const missing = [...new Set(texts)].filter((text) => !places.has(keyOf(text)));
  for (let start = 0; start < missing.length; start += CHUNK) {
    const chunk = missing.slice(start, start + CHUNK);
    const keys = chunk.map(keyOf);
    const path = join(folder, `${hash(keys.join())}.vectors`);
    writeFileSync(path, packVectors(await encoder.encode(chunk)));
    writeFileSync(listOf(path), JSON.stringify(keys));
    for (const [index, key] of keys.entries()) places.set(key, { path, index });
    log(`${start + chunk.length} of ${missing.length} texts encoded`);
  }
  let open: { path: string; vectors: Encoded[] } | null = null;
  return (text) => {
    const place = places.get(keyOf(text));
    if (place === undefined) throw new Error('This text was not encoded.');
    // Unpacked, all of them would take a gigabyte; questions are read in the order in which they were packed.
    if (open?.path !== place.path) open = { path: place.path, vectors: unpackVectors(readFileSync(place.path)) };
    return open.vectors[place.index] as Encoded;
  };
}

/** The same in memory, for texts that are asked for many times and in any order. */
export function keptInMemory(read: (text: string) => Encoded): (text: string) => Encoded {
  const known = new Map<string, Encoded>();
  return (text) => {
    const vectors = known.get(text) ?? read(text);
    known.set(text, vectors);
    return vectors;
  };
}

function placesIn(folder: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.vectors'))) {
    const path = join(folder, name);
    if (!existsSync(listOf(path))) continue;
    const keys = JSON.parse(readFileSync(listOf(path), 'utf8')) as string[];
    for (const [index, key] of keys.entries()) places.set(key, { path, index });
  }
  return places;
}

const listOf = (path: string) => path.replace(/\.vectors$/, '.json');
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);
