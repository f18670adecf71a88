import type { RootContent } from 'mdast';
import { readEntry, readItems } from './entries';
import { type Phrase, phraseOf } from './parsed-case';
import type { Report } from './report';

/** Reads the numbered list under `## Hints`. */
export function readHints(report: Report, nodes: readonly RootContent[]): Phrase[] {
  return readItems(report, nodes, 'hints', true).map((item) => phraseOf(readEntry(report, item, []).head));
}
