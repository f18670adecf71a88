import type { RootContent } from 'mdast';
import { z } from 'zod';
import { similarTexts } from '../rules/similar-texts';
import { checkValues } from './check-values';
import { linesOf, locateLines, readEntry, readItems, singleLine } from './entries';
import { locateAttribute, readHead } from './entry-head';
import { type ParsedFact, phraseOf } from './parsed-case';
import type { Report } from './report';
import { readStepNames } from './step-names';
import { topicValue } from './value-schemas';

const MIN_ASKS = 3;

const factSchema = z.object({
  topic: topicValue,
  asks: z.array(z.string()).min(MIN_ASKS, {
    error: `Write at least ${MIN_ASKS} ways of asking, in really different words: "- ask: …".`,
  }),
});

/** Reads the list under `## Facts`. */
export function readFacts(report: Report, nodes: readonly RootContent[]): ParsedFact[] {
  return readItems(report, nodes, 'facts').flatMap((item) => {
    const entry = readEntry(report, item, ['ask', 'changes']);
    const head = readHead(report, entry, {
      named: ['topic'],
      flags: ['linchpin'],
      example: '`a-short-id` topic: data, linchpin',
    });
    const changes = readStepNames(report, singleLine(report, entry, 'changes'));
    const asks = linesOf(entry, 'ask');
    for (const { later, earlier } of similarTexts(asks)) {
      report.add(
        later.place,
        `This asks in nearly the words of line ${earlier.place.line}.`,
        'Ask the way another person would.',
      );
    }
    if (head === null) return [];
    const value = checkValues(
      report,
      factSchema,
      { topic: head.attributes.get('topic')?.value, asks: asks.map(({ text }) => text) },
      ([key]) => (key === 'topic' ? locateAttribute(head, 'topic') : locateLines(entry, 'ask')),
    );
    if (value === null) return [];
    return [
      {
        id: head.id,
        topic: value.topic,
        linchpin: head.attributes.has('linchpin'),
        answer: phraseOf(head.statement),
        asks: value.asks,
        changes,
      },
    ];
  });
}
