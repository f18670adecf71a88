import { expect, it } from 'vitest';
import { memoryDisk } from '@/tests/fixtures/memory-disk';
import { checkPictures } from './check-pictures';
import { formatManifest, pictureFileName, sourceHash } from './diagrams/manifest';
import { formatFinding } from './finding';
import { readDiagrams } from './parse/diagram-blocks';
import { parseMarkdown } from './parse/markdown-tree';
import { Report } from './parse/report';

const SOURCE = 'flowchart TB\n  accTitle: T\n  accDescr: D\n  A["Camera"] --> B["Sign"]';

const svg = (labels: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" id="dg" width="200" height="100" viewBox="0 0 200 100" role="img" aria-labelledby="dg-t dg-d"><title id="dg-t">T</title><desc id="dg-d">D</desc>${labels.map((label) => `<text>${label}</text>`).join('')}</svg>`;

/** What is said about a diagram of which this picture is prepared. */
function findings(drawn: { source: string; width?: number; height?: number; svg: string } | null, shown = SOURCE) {
  const report = new Report({ path: 'content/cases/a/1-clarify.md', text: `# T\n\n\`\`\`mermaid\n${shown}\n\`\`\`\n` });
  const hash = sourceHash(drawn?.source ?? '');
  const { width = 200, height = 100 } = drawn ?? {};
  const entries = { [hash]: { file: pictureFileName(hash), title: 'T', description: 'D', width, height } };
  const disk = memoryDisk(
    drawn === null
      ? {}
      : {
          'a/diagrams/manifest.json': formatManifest({ tools: {}, recipe: 'r', entries }),
          [`a/diagrams/${pictureFileName(hash)}`]: drawn.svg,
        },
  );
  return checkPictures(disk, 'a', 'a', readDiagrams(report, parseMarkdown(report))).map(formatFinding);
}

const LABELS = ['Camera', 'Sign'];
const AT = 'content/cases/a/1-clarify.md';
const MISSING = `${AT}:3:1  The diagram has no picture, or has changed since it was drawn. Run: npm run case:render -- a`;

it('is content with a picture of the present source', () => {
  expect(findings({ source: SOURCE, svg: svg(LABELS) })).toEqual([]);
});

it.each([
  ['no picture', null, SOURCE, [MISSING]],
  ['a picture of an earlier source', { source: `${SOURCE}\n  B --> C`, svg: svg(LABELS) }, SOURCE, [MISSING]],
  [
    'a picture that was tampered with',
    { source: SOURCE, svg: svg(LABELS).replace('<text>', '<script></script><text>') },
    SOURCE,
    [MISSING],
  ],
  [
    'one too wide',
    { source: SOURCE, svg: svg(LABELS), width: 900 },
    SOURCE,
    [
      `${AT}:4:1  The picture is 900 wide; at most 820 can be read in print. Draw from top to bottom (TB), put fewer boxes side by side, break long labels with <br/>.`,
    ],
  ],
  [
    'one too high',
    { source: SOURCE, svg: svg(LABELS), height: 1200 },
    SOURCE,
    [
      `${AT}:4:1  The picture is 1200 high; at most 1100 fit on a printed page. Make two diagrams, or put some boxes side by side.`,
    ],
  ],
  [
    'a label that was lost',
    { source: SOURCE, svg: svg(['Camera']) },
    SOURCE,
    [
      `${AT}:7:1  The label "Sign" is not in the picture as it is written. Write #gt; for >, #lt; for <, #quot; for a quotation mark; put labels with punctuation in quotes.`,
    ],
  ],
])('says what is wrong with %s', (_, drawn, shown, expected) => {
  expect(findings(drawn, shown)).toEqual(expected);
});
