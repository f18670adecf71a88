import type { RootContent } from 'mdast';
import { z } from 'zod';
import { checkValues } from './check-values';
import { phrase, readEntry, readItems, singleLine } from './entries';
import { locateAttribute, readHead } from './entry-head';
import { readFactNames } from './fact-names';
import { type ParsedCurveball, phraseOf } from './parsed-case';
import type { Report } from './report';
import { readStepNames } from './step-names';
import { levelValue, writtenNumber } from './value-schemas';

/**
 * Reads the list under `## Curveballs`.
 *
 * @param minutes the length of the interview, within which they come
 * @param factIds the facts of the case, which a curveball may overturn
 */
export function readCurveballs(
  report: Report,
  nodes: readonly RootContent[],
  minutes: number,
  factIds: readonly string[],
): ParsedCurveball[] {
  const schema = z.object({ minute: writtenNumber(1, minutes), level: levelValue });
  return readItems(report, nodes, 'curveballs').flatMap((item) => {
    const entry = readEntry(report, item, ['changes', 'overturns', 'strong']);
    const head = readHead(report, entry, {
      named: ['minute', 'level'],
      flags: [],
      example: '`a-short-id` minute 24, level: senior',
    });
    const changes = readStepNames(report, singleLine(report, entry, 'changes'));
    const overturns = readFactNames(report, singleLine(report, entry, 'overturns', false), factIds);
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
        overturns,
        strong: phraseOf(phrase(report, strong)),
      },
    ];
  });
}
