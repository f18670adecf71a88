import type { RootContent } from 'mdast';
import { z } from 'zod';
import { sameWordsKey, similarTexts } from '../rules/similar-texts';
import { checkValues } from './check-values';
import { type Entry, type EntryLine, linesOf, locateLines, readEntry, readItems } from './entries';
import { locateAttribute, readHead } from './entry-head';
import { type ParsedExpectation, phraseOf } from './parsed-case';
import { plainText } from './plain-text';
import type { Report } from './report';
import { levelValue, writtenNumber } from './value-schemas';

const COUNTS = 'counts';
const DOES_NOT_COUNT = 'does not count';
const MIN_COUNTS = 3;
const MIN_NEAR_MISSES = 2;

const expectationSchema = z.object({
  weight: writtenNumber(1, 3).pipe(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  level: levelValue,
  counts: z.array(z.string()).min(MIN_COUNTS, {
    error: `Write at least ${MIN_COUNTS} examples that make the point, in really different words: "- counts: …".`,
  }),
  doesNotCount: z.array(z.string()).min(MIN_NEAR_MISSES, {
    error: `Write at least ${MIN_NEAR_MISSES} near misses, same topic but point not made: "- does not count: …".`,
  }),
});

/** Reads the list under `## Expectations`. */
export function readExpectations(report: Report, nodes: readonly RootContent[]): ParsedExpectation[] {
  const entries = readItems(report, nodes, 'expectations').map((item) =>
    readEntry(report, item, [COUNTS, DOES_NOT_COUNT]),
  );
  compareEntries(report, entries);
  return entries.flatMap((entry) => {
    const head = readHead(report, entry, {
      named: ['weight', 'level'],
      flags: [],
      example: '`a-short-id` weight 2, level: mid',
    });
    compareExamples(report, entry, head ? plainText(head.statement) : '');
    if (head === null) return [];
    const textsOf = (key: string) => linesOf(entry, key).map(({ text }) => text);
    const value = checkValues(
      report,
      expectationSchema,
      {
        weight: head.attributes.get('weight')?.value,
        level: head.attributes.get('level')?.value,
        counts: textsOf(COUNTS),
        doesNotCount: textsOf(DOES_NOT_COUNT),
      },
      ([key]) => {
        if (key === 'counts') return locateLines(entry, COUNTS);
        if (key === 'doesNotCount') return locateLines(entry, DOES_NOT_COUNT);
        return locateAttribute(head, String(key));
      },
    );
    return value === null ? [] : [{ id: head.id, statement: phraseOf(head.statement), ...value }];
  });
}

/** One example cannot make two points: the matcher would find both in the same sentence. */
function compareEntries(report: Report, entries: readonly Entry[]): void {
  const seen = new Map<string, EntryLine>();
  for (const entry of entries) {
    const lines = linesOf(entry, COUNTS);
    for (const line of lines) {
      const same = seen.get(sameWordsKey(line.text));
      if (same) {
        report.add(
          line.place,
          `This \`counts:\` has the same words as line ${same.place.line}, which belongs to another expectation.`,
          'Keep it where it fits best; expectations of a step must not overlap.',
        );
      }
    }
    for (const line of lines) seen.set(sameWordsKey(line.text), line);
  }
}

function compareExamples(report: Report, entry: Entry, statement: string): void {
  const counts = linesOf(entry, COUNTS);
  const misses = linesOf(entry, DOES_NOT_COUNT);
  for (const list of [counts, misses]) {
    for (const { later, earlier } of similarTexts(list)) {
      report.add(
        later.place,
        `This \`${later.key}:\` has nearly the words of line ${earlier.place.line}.`,
        'Say it the way another person would.',
      );
    }
  }
  const keys = new Map(counts.map((line) => [sameWordsKey(line.text), line]));
  const repeated = keys.get(sameWordsKey(statement));
  if (repeated) report.add(repeated.place, 'This `counts:` repeats the statement.', 'Say it in other words.');
  for (const miss of misses) {
    const same = keys.get(sameWordsKey(miss.text));
    if (same) {
      report.add(
        miss.place,
        `This \`does not count:\` has the same words as the \`counts:\` in line ${same.place.line}.`,
        'Decide which of the two it is.',
      );
    }
  }
}
