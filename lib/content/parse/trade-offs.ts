import type { RootContent } from 'mdast';
import { z } from 'zod';
import { readBeside } from './beside';
import { checkValues } from './check-values';
import { linesOf, locateLines, phrase, readEntry, readItems, singleLine } from './entries';
import { readHead } from './entry-head';
import { type ParsedTradeOff, phraseOf } from './parsed-case';
import type { Report } from './report';
import type { WorkedSection } from './worked-answer';

const choicesSchema = z.array(z.unknown()).min(2, { error: 'Write two or more: "- choose: …".' });

export interface PlacedTradeOff extends ParsedTradeOff {
  readonly beside: string | null;
}

/** Reads the list under `## Trade-offs`. */
export function readTradeOffs(
  report: Report,
  nodes: readonly RootContent[],
  sections: readonly WorkedSection[],
): PlacedTradeOff[] {
  return readItems(report, nodes, 'trade-offs').flatMap((item) => {
    const entry = readEntry(report, item, ['choose', 'decides', 'beside']);
    const head = readHead(report, entry, { named: [], flags: [], example: '`a-short-id`' });
    const choices = linesOf(entry, 'choose');
    checkValues(report, choicesSchema, choices, () => locateLines(entry, 'choose'));
    const decides = singleLine(report, entry, 'decides');
    const beside = readBeside(report, entry, sections);
    if (head === null || decides === null) return [];
    return [
      {
        id: head.id,
        question: phraseOf(head.statement),
        choices: choices.map((line) => phraseOf(phrase(report, line))),
        decides: phraseOf(phrase(report, decides)),
        beside,
      },
    ];
  });
}
