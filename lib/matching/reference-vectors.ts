import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';
import type { ReferenceVectors } from './match-task';
import { packVectors, unpackVectors } from './packed-vectors';

/** Steps whose vectors are kept in memory: some 1 MB each. */
const STEPS_IN_MEMORY = 24;
/** Files of vectors that are kept: those of about 70 cases. */
const MOST_FILES = 500;

/**
 * Vectors of the references of a step, computed once: encoding them takes about a second, reading them a few milliseconds.
 * They are named after the texts and the encoder, so a changed case or another model never meets old vectors.
 */
export function openReferenceVectors(folder: string | null): ReferenceVectors {
  const memory = new Map<string, Promise<readonly Encoded[]>>();

  async function load(name: string, texts: readonly string[], encoder: Encoder): Promise<readonly Encoded[]> {
    const stored = folder === null ? null : readStored(join(folder, name));
    if (stored !== null && stored.length === texts.length) return stored;
    const packed = packVectors(await encoder.encode(texts));
    if (folder !== null) store(folder, name, packed);
    // What was packed, so that the first answer is compared with the same vectors as the next.
    return unpackVectors(packed);
  }

  return {
    async of(texts, encoder) {
      const name = `${createHash('sha256')
        .update(JSON.stringify([encoder.id, texts]))
        .digest('hex')
        .slice(0, 32)}.vectors`;
      const known = memory.get(name) ?? load(name, texts, encoder);
      // The least recently used one is the first.
      memory.delete(name);
      memory.set(name, known);
      const [oldest] = memory.keys();
      if (memory.size > STEPS_IN_MEMORY && oldest !== undefined) memory.delete(oldest);
      try {
        return await known;
      } catch (error) {
        memory.delete(name);
        throw error;
      }
    },
  };
}

function readStored(path: string): Encoded[] | null {
  try {
    return unpackVectors(readFileSync(path));
  } catch {
    // Missing or cut off: computed again.
    return null;
  }
}

/** A folder that cannot be written costs time, never an answer. */
function store(folder: string, name: string, packed: Uint8Array): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `${name}.${process.pid}`);
    writeFileSync(draft, packed);
    renameSync(draft, join(folder, name));
    removeOldest(folder);
  } catch {
    // Said above.
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= MOST_FILES) return;
  const byAge = files.map((path) => ({ path, age: statSync(path).mtimeMs })).sort((a, b) => a.age - b.age);
  for (const { path } of byAge.slice(0, files.length - MOST_FILES)) rmSync(path, { force: true });
}
