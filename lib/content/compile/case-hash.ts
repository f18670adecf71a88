import { createHash } from 'node:crypto';
import type { SourceFile } from '../source-file';

/**
 * SHA-256, in hex, over the names and texts of a case's markdown. Attempts are pinned to it, so it depends neither on the
 * machine's line ends nor on the pictures, which say nothing that the text does not.
 */
export function caseHash(files: ReadonlyMap<string, SourceFile>): string {
  const hash = createHash('sha256');
  for (const [name, { text }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = Buffer.from(text, 'utf8');
    // Lengths before contents, so that no two different cases can feed the same bytes.
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
