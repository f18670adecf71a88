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

  it('indented in a list, beside one that does parse', async () => {
    const block = (body: string) => `  \`\`\`mermaid\n  pie\n    accTitle: A\n    accDescr: B\n    ${body}\n  \`\`\`\n`;
    const found = await findings(`- x\n\n${block('"One" : 1')}\n${block('"One" ; 1')}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^1[0-5]:3 {2}Mermaid cannot/);
  });
});

it('gives a source up that takes too long', async () => {
  const other = openDiagramParser(1);
  expect(await other.parse(`pie\n${DESCRIBED}  "One" : 1`)).toEqual({
    error: 'it takes too long to read.',
    line: null,
  });
  await other.close();
});
