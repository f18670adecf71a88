import { describe, expect, it } from 'vitest';
import { BROKEN_INPUTS } from '@/tests/fixtures/broken-inputs';
import { FIXTURE_FOLDER, FIXTURE_SLUG, type Files, fixtureFiles, memoryDisk } from '@/tests/fixtures/memory-disk';
import { readCaseFolder } from '../case-folder';
import { formatFinding, sortFindings } from '../finding';
import { readCase } from './case';

const FILES = fixtureFiles();

/** Findings as they are printed, with the path inside the case. */
function findingsOf(files: Files, slug = FIXTURE_SLUG): string[] {
  const folder = `content/cases/${slug}`;
  const { findings } = readCase(readCaseFolder(memoryDisk(files), folder, slug, folder));
  return sortFindings(findings).map((finding) => formatFinding(finding).replace(`${folder}/`, ''));
}

/** The fixture with one thing changed, which must be there to be changed. */
function withEdit(name: string, from: string | RegExp, to: string): Files {
  const path = `${FIXTURE_FOLDER}/${name}`;
  const before = FILES[path] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} has no ${from}`);
  return { ...FILES, [path]: after };
}

const without = (...names: string[]): Files =>
  Object.fromEntries(Object.entries(FILES).filter(([path]) => !names.some((name) => path.endsWith(`/${name}`))));

it('finds nothing wrong with the fixture', () => {
  expect(findingsOf(FILES)).toEqual([]);
});

it('finds nothing wrong when an editor has added a byte order mark and Windows line ends', () => {
  const windows = Object.entries(FILES).map(([path, text]) => [path, `\ufeff${text.replaceAll('\n', '\r\n')}`]);
  expect(findingsOf(Object.fromEntries(windows))).toEqual([]);
});

it.each([
  ['in a list item', '    ```text\n    Not the shopper.\n    ```\n'],
  ['in a list item, moved to the left', '      ```text\n      Not the shopper.\n    ```\n'],
  ['in a quotation', '    > ```text\n    > Not the shopper.\n    > ```\n'],
  ['with more signs than it begins with', '    ~~~text\n    ```\n    ~~~~  \n'],
  ['around the ends of a shorter one', '    ````text\n    ```text\n    ```\n    ````\n'],
  ['without a line', '    ```\n    ```\n'],
  ['with an empty line', '    ```\n\n    ```\n'],
  ['around a line that is indented too far to end it', '    ```\n        ```\n    ```\n'],
  ['by being indented', '        ```\n        Not the shopper.\n'],
])('finds nothing wrong with a block that is closed %s', (_, block) => {
  expect(findingsOf(withEdit('1-clarify.md', '    Not the shopper.\n', block))).toEqual([]);
});

describe('says where what is wrong, and what would be right', () => {
  it.each(BROKEN_INPUTS)('$what', ({ file, from, to, findings }) => {
    expect(findings.length).toBeGreaterThan(0);
    expect(findingsOf(withEdit(file, from, to))).toEqual(findings);
  });

  it('says so too when the file has Windows line ends', () => {
    const files = withEdit('1-clarify.md', 'weight 1, level: mid', 'weight 4, level: mid');
    const windows = Object.entries(files).map(([path, text]) => [path, String(text).replaceAll('\n', '\r\n')]);
    expect(findingsOf(Object.fromEntries(windows))).toEqual([
      '1-clarify.md:36:65  `weight` is `4`. Write a whole number from 1 to 3.',
    ]);
  });
});

it('tells of what is not there yet in the order in which it is written', () => {
  const empty = { ...FILES, [`${FIXTURE_FOLDER}/case.md`]: '', [`${FIXTURE_FOLDER}/2-frame.md`]: '\n' };
  expect(findingsOf(empty).filter((finding) => /^(case|2-frame)/.test(finding))).toEqual([
    'case.md:1:1  The file does not begin with its data. Line 1 must be "---", then title, summary, difficulty, domains, minutes, levels, tags, references, then "---" again.',
    'case.md:1:1  The part "Prompt" is missing. Add "## Prompt" at the end.',
    'case.md:1:1  The part "Facts" is missing. Add "## Facts" at the end.',
    'case.md:1:1  The part "Curveballs" is missing. Add "## Curveballs" at the end.',
    'case.md:1:1  The part "Wrap-up questions" is missing. Add "## Wrap-up questions" at the end.',
    '2-frame.md:1:1  The file has no title. Begin it with "# Frame as an ML task".',
    '2-frame.md:1:1  The part "Worked answer" is missing. Add "## Worked answer" at the end.',
    '2-frame.md:1:1  The part "Expectations" is missing. Add "## Expectations" at the end.',
    '2-frame.md:1:1  The part "Trade-offs" is missing. Add "## Trade-offs" at the end.',
    '2-frame.md:1:1  The part "Gotchas" is missing. Add "## Gotchas" at the end.',
    '2-frame.md:1:1  The part "Follow-ups" is missing. Add "## Follow-ups" at the end.',
    '2-frame.md:1:1  The part "Hints" is missing. Add "## Hints" at the end.',
  ]);
});

describe('looks at the folder', () => {
  it.each<[string, Files, string, readonly string[]]>([
    [
      'empty',
      { 'content/cases/empty/.DS_Store': '' },
      'empty',
      [
        'content/cases/empty:1:1  The folder is empty. Add case.md and the seven step files (docs/case-format.md), or delete it.',
      ],
    ],
    [
      'a file among the cases',
      { 'content/cases/notes.md': 'Hello' },
      'notes.md',
      [
        'content/cases/notes.md:1:1  This file lies among the cases, where only folders may be. Move it into the folder of its case.',
      ],
    ],
    [
      'missing files',
      without('3-data.md', 'weak.md'),
      FIXTURE_SLUG,
      [
        '3-data.md:1:1  The file is missing. Add it; docs/case-format.md shows what it holds.',
        'exemplars/weak.md:1:1  The file is missing. Add it; docs/case-format.md shows what it holds.',
      ],
    ],
    [
      'unknown files',
      {
        ...FILES,
        [`${FIXTURE_FOLDER}/3-dat.md`]: '',
        [`${FIXTURE_FOLDER}/images/a.png`]: '',
        [`${FIXTURE_FOLDER}/exemplars/stong.md`]: '',
      },
      FIXTURE_SLUG,
      [
        '3-dat.md:1:1  A case has no file `3-dat.md`. Did you mean 3-data.md?',
        'exemplars/stong.md:1:1  There is no exemplar `stong.md`. Did you mean strong.md?',
        'images:1:1  A case has no folder `images`. Write case.md, 1-clarify.md, 2-frame.md, 3-data.md, 4-model.md, 5-evaluate.md, 6-serve.md, 7-monitor.md, exemplars or diagrams.',
      ],
    ],
    [
      'a file that is not UTF-8',
      { ...FILES, [`${FIXTURE_FOLDER}/exemplars/weak.md`]: new Uint8Array([0x23, 0x20, 0xe9, 0x0a]) },
      FIXTURE_SLUG,
      [
        'exemplars/weak.md:1:3  The file is not UTF-8: a character here cannot be read. Save it as UTF-8 (in most editors: Save with encoding, UTF-8).',
      ],
    ],
    [
      'a name that is no address',
      Object.fromEntries(
        Object.entries(FILES).map(([path, text]) => [path.replace(FIXTURE_SLUG, 'Queue length'), text]),
      ),
      'Queue length',
      [
        'content/cases/Queue length:1:1  The folder name `Queue length` cannot be part of an address. Use lowercase letters, digits and single hyphens, like `visual-search`, at most 60 characters.',
      ],
    ],
  ])('%s', (_, files, slug, findings) => {
    expect(findingsOf(files, slug)).toEqual(findings);
  });
});
