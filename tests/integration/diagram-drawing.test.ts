import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  buildDrawingProgram,
  type Drawer,
  type DrawingProgram,
  openDrawer,
} from '@/lib/content/diagrams/drawing/browser';
import { findPreparedDiagram } from '@/lib/content/diagrams/prepared';
import { renderFolder } from '@/lib/content/diagrams/render-folder';
import { disk } from '@/lib/content/disk';
import { CHROMIUM_ARGUMENTS, findChromium } from '@/scripts/chromium';

const NAMED = (kind: string) => `${kind}\n  accTitle: A picture\n  accDescr: What is in it.\n`;
const FLOW = `${NAMED('flowchart TB')}  a([Client]) -->|"p99 ≤ 40 ms"| b[[Ranker]]:::accent\n  b -.-> c[("Store<br/>of features")]`;
const KINDS = [
  FLOW,
  `${NAMED('sequenceDiagram')}  autonumber\n  A->>B: ask\n  B->>B: think\n  B-->>A: answer\n  Note over A,B: 5 ms`,
  `${NAMED('stateDiagram-v2')}  [*] --> Live\n  Live --> Held: breach\n  note right of Held: no traffic`,
  `${NAMED('gantt')}  dateFormat YYYY-MM-DD\n  section Labels\n  Window :active, a, 2024-01-01, 7d\n  Mature :milestone, after a, 0d`,
  `${NAMED('erDiagram')}  ROW ||--o{ LABEL : gets\n  ROW {\n    string id PK\n  }`,
  `${NAMED('classDiagram')}  class Tower {\n    +int dim\n  }\n  Tower <|-- Item`,
  `${NAMED('pie showData')}  "Ranker" : 60\n  "Store" : 40`,
  `${NAMED('quadrantChart')}  x-axis Low --> High\n  quadrant-1 Plan\n  Point: [0.3, 0.6]`,
  `${NAMED('xychart-beta')}  x-axis [1, 2, 3]\n  bar [1, 2, 3]\n  line [1, 2, 3]`,
];

let root: string;
let program: DrawingProgram;
let drawer: Drawer;
const open = () => openDrawer(program, { executablePath: findChromium(), arguments: CHROMIUM_ARGUMENTS });

beforeAll(async () => {
  program = await buildDrawingProgram(join(import.meta.dirname, '../..'));
  drawer = await open();
}, 120_000);
afterAll(() => drawer.close());

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'diagrams-'));
  mkdirSync(join(root, 'case'));
  return () => rmSync(root, { recursive: true, force: true });
});

const write = (...sources: readonly string[]) =>
  writeFileSync(
    join(root, 'case/page.md'),
    sources.map((source) => `Text.\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`).join('\n'),
  );
const render = (using: Drawer = drawer) => renderFolder(disk, root, 'case', program, async () => using);
const stored = () => readdirSync(join(root, 'case/diagrams')).sort();
const bytes = () => stored().map((name) => readFileSync(join(root, 'case/diagrams', name), 'utf8'));

describe('drawing diagrams', () => {
  it('draws every kind, and finds each again for a page', async () => {
    write(...KINDS);
    expect(await render()).toMatchObject({ drawn: KINDS.length, kept: 0, removed: 0, findings: [] });
    for (const source of KINDS) {
      const found = findPreparedDiagram(join(root, 'case'), `\n${source}\n`, 'p1');
      expect(found).toMatchObject({ title: 'A picture', description: 'What is in it.' });
      expect(found?.svg).toContain(`width="${found?.width}"`);
      expect(found?.svg).toContain('aria-labelledby="p1-t p1-d"');
    }
  });

  it('gives the same bytes in another browser, and in another order', async () => {
    write(...KINDS);
    await render();
    const first = bytes();
    rmSync(join(root, 'case/diagrams'), { recursive: true });
    write(...[...KINDS].reverse());
    const other = await open();
    try {
      await render(other);
    } finally {
      await other.close();
    }
    expect(bytes()).toEqual(first);
  });

  it('leaves alone what has not changed, draws what has, and removes what is gone', async () => {
    const [one = '', two = '', three = ''] = KINDS;
    write(one, two);
    await render();
    const before = stored();
    const refuse = () => Promise.reject(new Error('Nothing is to be drawn.'));
    expect(await renderFolder(disk, root, 'case', program, refuse)).toMatchObject({ drawn: 0, kept: 2, removed: 0 });

    write(one, three);
    expect(await render()).toMatchObject({ drawn: 1, kept: 1, removed: 1 });
    expect(stored().filter((name) => before.includes(name))).toHaveLength(2);
    expect(findPreparedDiagram(join(root, 'case'), two, 'p1')).toBeNull();

    write();
    await render();
    expect(readdirSync(join(root, 'case'))).toEqual(['page.md']);
  });

  it('draws again what somebody has edited, or what another program has drawn', async () => {
    write(FLOW);
    await render();
    const [picture = ''] = stored();
    const file = join(root, 'case/diagrams', picture);
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, original.replace('<svg', '<svg onload="alert(1)"'));
    expect(findPreparedDiagram(join(root, 'case'), FLOW, 'p1')).toBeNull();
    expect(await render()).toMatchObject({ drawn: 1, kept: 0 });
    expect(readFileSync(file, 'utf8')).toBe(original);
    expect(await renderFolder(disk, root, 'case', { ...program, recipe: 'other' }, async () => drawer)).toMatchObject({
      drawn: 1,
      kept: 0,
    });
  });

  it.each([
    ['a syntax error', `${NAMED('flowchart TB')}  %% a note\n  a --> [`, 8, /^Mermaid cannot read this/],
    ['a bare sign', `${NAMED('flowchart TB')}  a["x > 1"]`, 7, /disappears/],
    ['a colour of its own', `${NAMED('flowchart TB')}  a\n  style a fill:red`, 8, /colours/],
    ['a strange character', `${NAMED('flowchart TB')}  a["漢"]`, 7, /U\+6F22/],
    [
      'a label that is not drawn',
      `${NAMED('stateDiagram-v2')}  A --> B: <b>x</b>`,
      7,
      /would not be shown|is not in the picture/,
    ],
    [
      'a picture that is too wide',
      `${NAMED('flowchart TB')}  r --> ${Array.from({ length: 12 }, (_, i) => `n${i}["A long label"]`).join(' & ')}`,
      4,
      /wide; at most 820/,
    ],
    [
      'a picture that is too high',
      `${NAMED('flowchart TB')}  ${Array.from({ length: 20 }, (_, i) => `n${i}`).join(' --> ')}`,
      4,
      /high; at most 1100/,
    ],
  ])('tells of %s, with its line', async (_, source, line, message) => {
    write(source);
    const { findings } = await render();
    expect(findings[0]).toMatchObject({ file: 'case/page.md', message: expect.stringMatching(message) });
    expect(findings[0]?.line).toBe(line);
    expect(findings[0]?.fix).toMatch(/\.$/);
  });

  it('can draw after an error', async () => {
    write(`${NAMED('flowchart TB')}  a --> [`, FLOW);
    const { drawn, findings } = await render();
    expect([drawn, findings.length]).toEqual([1, 1]);
  });
});
