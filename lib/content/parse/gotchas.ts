import type { RootContent } from 'mdast';
import { readBeside } from './beside';
import { readEntry, readItems } from './entries';
import { readHead } from './entry-head';
import { type ParsedGotcha, phraseOf } from './parsed-case';
import type { Report } from './report';
import type { WorkedSection } from './worked-answer';

export interface PlacedGotcha extends ParsedGotcha {
  readonly beside: string | null;
}

/** Reads the list under `## Gotchas`. */
export function readGotchas(
  report: Report,
  nodes: readonly RootContent[],
  sections: readonly WorkedSection[],
): PlacedGotcha[] {
  return readItems(report, nodes, 'gotchas').flatMap((item) => {
    const entry = readEntry(report, item, ['beside']);
    const head = readHead(report, entry, { named: [], flags: [], example: '`a-short-id`' });
    const beside = readBeside(report, entry, sections);
    return head === null ? [] : [{ id: head.id, body: phraseOf(head.statement), beside }];
  });
}
