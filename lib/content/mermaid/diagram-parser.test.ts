import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDiagrams } from '../parse/diagram-blocks';
import { parseMarkdown } from '../parse/markdown-tree';
import { Report } from '../parse/report';
import { checkDiagrams } from './check-diagrams';
import { openDiagramParser } from './diagram-parser';

const parser = openDiagramParser();
// Mermaid itself has to be loaded first.
beforeAll(async () => {
  await parser.parse('pie');
}, 30_000);
afterAll(() => parser.close());

const DESCRIBED = '  accTitle: A title\n  accDescr: What it shows.\n';

describe('mermaid reads, outside a browser,', () => {
  it.each([
    ['flowchart TB', '  A["a"] -->|"b"| C{{"c"}}:::accent'],
    ['sequenceDiagram', '  A->>B: hello'],
    ['stateDiagram-v2', '  [*] --> Open\n  Open --> [*]: done'],
    ['gantt', '  dateFormat X\n  section One\n  task :a, 0, 1'],
    ['erDiagram', '  SHOP ||--o{ TILL : has'],
    ['classDiagram', '  class Row {\n    till\n  }'],
    ['pie', '  "One" : 1'],
    ['quadrantChart', '  x-axis Low --> High\n  One: [0.3, 0.6]'],
    ['xychart-beta', '  x-axis "k" [1, 2]\n  bar [3, 4]'],
  ])('%s', async (type, body) => {
    expect(await parser.parse(`${type}\n${DESCRIBED}${body}`)).toBeNull();
  });
});

async function findings(markdown: string) {
  const report = new Report({ path: 'a.md', text: markdown });
  const blocks = readDiagrams(report, parseMarkdown(report)).filter(({ sound }) => sound);
  const result = await checkDiagrams(parser, blocks);
  return result.findings.map(({ line, column, message }) => `${line}:${column}  ${message}`);
}

describe('says where a diagram does not parse', () => {
  it('in a block of its own', async () => {
    const source = `# T\n\n\`\`\`mermaid\nflowchart TB\n${DESCRIBED}  A["a" --> B\n\`\`\`\n`;
    expect(await findings(source)).toEqual([
      expect.stringMatching(/^7:1 {2}Mermaid cannot read this: .*is not expected here\.$/),
    ]);
  });

  it.each([
    ['a --> [[', '"[["'],
    ['a[[x]] [[y]]', '"[["'],
    ['a --> {{x}}', '"{{"'],
    ['a[x (y)] --> b', '"("'],
    ['a --> b : x', '":"'],
    ['a & & b', '"b"'],
  ])('by its characters, as mermaid points at them: %s', async (statement, name) => {
    const found = await findings(`# T\n\n\`\`\`mermaid\nflowchart TB\n${DESCRIBED}  ${statement}\n\`\`\`\n`);
    expect(found).toEqual([`7:1  Mermaid cannot read this: ${name} is not expected here.`]);
  });

  it('indented in a list, beside one that does parse', async () => {
    const block = (body: string) => `  \`\`\`mermaid\n  pie\n    accTitle: A\n    accDescr: B\n    ${body}\n  \`\`\`\n`;
    const found = await findings(`- x\n\n${block('"One" : 1')}\n${block('"One" ; 1')}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^1[0-5]:3 {2}Mermaid cannot/);
  });
});

describe('the patience for a source', () => {
  const sound = (name: string) => `pie\n${DESCRIBED}  "${name}" : 1`;
  const long = `flowchart TB\n${DESCRIBED}${Array.from({ length: 4000 }, (_, row) => `  n${row} --> n${row + 1}`).join('\n')}`;

  it('ends', async () => {
    const other = openDiagramParser(1);
    expect(await other.parse(long)).toEqual({ error: 'it takes too long to read.', line: null });
    await other.close();
  });

  it('is not used up by loading mermaid, nor by the sources before it', async () => {
    const other = openDiagramParser(2000);
    const many = Array.from({ length: 60 }, (_, index) => other.parse(sound(`Slice ${index}`)));
    expect(await Promise.all(many)).toEqual(many.map(() => null));
    await other.close();
  }, 60_000);

  it('ends for one source alone, which may be tried again', async () => {
    const other = openDiagramParser(1);
    const [first, second] = await Promise.all([other.parse(long), other.parse(long)]);
    expect(first).toBe(second);
    const again = other.parse(long);
    expect(await again).not.toBe(first);
    await other.close();
  });
});
