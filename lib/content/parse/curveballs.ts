import type { RootContent } from 'mdast';
import { z } from 'zod';
import { checkValues } from './check-values';
import { phrase, readEntry, readItems, singleLine } from './entries';
import { locateAttribute, readHead } from './entry-head';
import { type ParsedCurveball, phraseOf } from './parsed-case';
import type { Report } from './report';
import { readStepNames } from './step-names';
import { levelValue, writtenNumber } from './value-schemas';

/** Reads the list under `## Curveballs`. `minutes` is the length of the interview, within which they come. */
export function readCurveballs(report: Report, nodes: readonly RootContent[], minutes: number): ParsedCurveball[] {
  const schema = z.object({ minute: writtenNumber(1, minutes), level: levelValue });
  return readItems(report, nodes, 'curveballs').flatMap((item) => {
    const entry = readEntry(report, item, ['changes', 'strong']);
    const head = readHead(report, entry, {
      named: ['minute', 'level'],
      flags: [],
      example: '`a-short-id` minute 24, level: senior',
    });
    const changes = readStepNames(report, singleLine(report, entry, 'changes'));
    const strong = singleLine(report, entry, 'strong');
    if (head === null || strong === null) return [];
    const value = checkValues(
      report,
      schema,
      { minute: head.attributes.get('minute')?.value, level: head.attributes.get('level')?.value },
      ([key]) => locateAttribute(head, String(key)),
    );
    if (value === null) return [];
    return [
      {
        id: head.id,
        ...value,
        announcement: phraseOf(head.statement),
        changes,
        strong: phraseOf(phrase(report, strong)),
      },
    ];
  });
}
