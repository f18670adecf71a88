import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIXTURE_FOLDER, FIXTURE_SLUG, fixtureFiles, memoryDisk } from '@/tests/fixtures/memory-disk';
import { CASE_FILES, readCaseFolder } from '../case-folder';
import { formatFinding } from '../finding';
import { readCase } from './case';

const FILES = fixtureFiles();

const piece = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '### ',
    '- ',
    '  - ',
    '1. ',
    '> ',
    '| a | b |\n|---|---|\n',
    '---\n',
    '```mermaid\n',
    '```\n',
    '$',
    '$$\n',
  ],
  ...[
    '`',
    '`an-id`',
    ' weight 2, level: mid',
    'counts: ',
    'does not count: ',
    'ask: ',
    'changes: clarify',
    'beside: x',
  ],
  ...[
    'Worked answer',
    'Expectations',
    'Facts',
    'Hints',
    '\n',
    '\n\n',
    '\t',
    ' ',
    '[x](y)',
    '[^1]: ',
    '<b>',
    '&amp;',
    '\\',
  ],
  ...['title: x\n', 'levels: [mid]\n', '&a *a', '{', '}', '😀', '\u202e', '\u0000', '\ud800', '\r'],
);
const markdown = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

/** What was read, and where each finding says that it is. */
function read(files: Readonly<Record<string, string | Uint8Array>>) {
  return readCase(readCaseFolder(memoryDisk(files), FIXTURE_FOLDER, FIXTURE_SLUG, FIXTURE_FOLDER));
}

it('reads any text in any file without throwing, and places each finding in the file', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CASE_FILES), markdown, (name, text) => {
      const path = `${FIXTURE_FOLDER}/${name}`;
      for (const finding of read({ [path]: text }).findings) {
        expect(finding.line).toBeGreaterThanOrEqual(1);
        expect(finding.column).toBeGreaterThanOrEqual(1);
        if (finding.file === path) {
          const lines = text.replace(/\r\n?/g, '\n').split('\n');
          expect(finding.line, formatFinding(finding)).toBeLessThanOrEqual(lines.length);
        }
        expect(finding.message).toMatch(/\S[.:!?`"]?$/);
        expect(finding.fix).not.toBe('');
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

it('reads any bytes without throwing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CASE_FILES), fc.uint8Array({ maxLength: 200 }), (name, bytes) => {
      read({ [`${FIXTURE_FOLDER}/${name}`]: bytes });
    }),
    { numRuns: 100 },
  );
}, 60_000);

it('reads a case of which a part has been cut out anywhere', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CASE_FILES), fc.nat(), fc.nat({ max: 400 }), (name, from, length) => {
      const path = `${FIXTURE_FOLDER}/${name}`;
      const text = FILES[path] ?? '';
      const start = from % text.length;
      read({ [path]: text.slice(0, start) + text.slice(start + length) });
    }),
    { numRuns: 150 },
  );
}, 60_000);

it.each([
  ['block quotes', '> '.repeat(2_000)],
  ['brackets', '['.repeat(2_000)],
  ['stars', '*a '.repeat(2_000)],
  ['lists', Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
])(
  'survives %s nested without end',
  (_, text) => {
    const { findings } = read({ [`${FIXTURE_FOLDER}/1-clarify.md`]: `# Clarify requirements\n\n${text}` });
    expect(findings.length).toBeGreaterThan(0);
  },
  60_000,
);
