import type { RootContent } from 'mdast';
import { z } from 'zod';
import { similarTexts, wordOverlap } from '../rules/similar-texts';
import { checkValues } from './check-values';
import { type Entry, linesOf, readEntry, readItems } from './entries';
import { readHead } from './entry-head';
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
  return readItems(report, nodes, 'expectations').flatMap((item) => {
    const entry = readEntry(report, item, [COUNTS, DOES_NOT_COUNT]);
    const head = readHead(report, entry, {
      named: ['weight', 'level'],
      flags: [],
      example: '`a-short-id` weight 2, level: mid',
    });
    compareExamples(report, entry, head ? plainText(head.statement) : '');
    if (head === null) return [];
    const written = { weight: head.attributes.get('weight'), level: head.attributes.get('level') };
    const textsOf = (key: string) => linesOf(entry, key).map(({ text }) => text);
    const value = checkValues(
      report,
      expectationSchema,
      {
        weight: written.weight?.value,
        level: written.level?.value,
        counts: textsOf(COUNTS),
        doesNotCount: textsOf(DOES_NOT_COUNT),
      },
      ([key]) => {
        if (key === 'counts') return { place: entry.place, label: '`counts:` lines' };
        if (key === 'doesNotCount') return { place: entry.place, label: '`does not count:` lines' };
        return { place: written[key as keyof typeof written]?.place ?? head.place, label: `\`${String(key)}\`` };
      },
    );
    return value === null ? [] : [{ id: head.id, statement: phraseOf(head.statement), ...value }];
  });
}

const identical = (a: string, b: string) => wordOverlap(a, b) === 1;

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
  for (const line of counts) {
    if (identical(line.text, statement)) {
      report.add(line.place, 'This `counts:` repeats the statement.', 'Say it in other words.');
    }
  }
  for (const miss of misses) {
    const same = counts.find((line) => identical(line.text, miss.text));
    if (same) {
      report.add(
        miss.place,
        `This \`does not count:\` has the same words as the \`counts:\` in line ${same.place.line}.`,
        'Decide which of the two it is.',
      );
    }
  }
}
