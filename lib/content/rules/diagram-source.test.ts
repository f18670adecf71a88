import { describe, expect, it } from 'vitest';
import { accessibleText, checkDiagramSource } from './diagram-source';

const HEAD = '  accTitle: A title\n  accDescr: What it shows.\n';
const flow = (...lines: string[]) => `flowchart TB\n${HEAD}${lines.map((line) => `  ${line}`).join('\n')}`;
const kind = (type: string, ...lines: string[]) => `${type}\n${HEAD}${lines.map((line) => `  ${line}`).join('\n')}`;

const issuesOf = (source: string) =>
  checkDiagramSource(source).map(({ line, column, message, fix }) => `${line}:${column}  ${message} ${fix}`);

describe('finds nothing wrong with', () => {
  it.each([
    flow('A["p99 #le; 40 ms"] --> B["a<br/>b<br>c"]', 'B -->|"x #gt; 3"| C(["Store"]):::accent', 'C -.-> D{{"yes?"}}'),
    flow('subgraph one["Offline"]', 'A --> B', 'end', 'A <--> C', 'A ==> D', 'A --- oB'),
    flow('%% a comment', 'link["Link to the page"] --> click["Click"]', 'A@{ shape: cyl, label: "Store" }'),
    kind('sequenceDiagram', 'autonumber', 'participant A as App', 'A->>B: 12 people (2 ms)', 'B-->>A: done'),
    kind(
      'stateDiagram-v2',
      '[*] --> Open',
      'Open --> [*]: after 5 min',
      'state "Long name" as L',
      'L:::accent --> Open',
    ),
    kind('gantt', 'dateFormat X', 'section Labels', 'Clean :a, 0, 1'),
    kind('erDiagram', 'SHOP ||--o{ TILL : has'),
    kind('classDiagram', 'A <|-- B', 'class A {', '  <<interface>>', '  +list~int~ ids', '}'),
    kind('pie showData', '"A" : 3', '"B" : 4'),
    kind('quadrantChart', 'x-axis Low --> High', 'One: [0.3, 0.6]'),
    kind('xychart-beta', 'x-axis "k" [1, 2]', 'bar [3, 4]'),
    'flowchart TB\n  accTitle: A title\n  accDescr {\n    Over two\n    lines.\n  }\n  A --> B',
  ])('%s', (source) => {
    expect(issuesOf(source)).toEqual([]);
  });
});

describe('says what is wrong with', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'settings',
      `%%{init: {"theme": "dark"}}%%\n${flow('A --> B')}`,
      ['1:1  `%%{…}%%` settings are not used. Remove them; all diagrams look alike.'],
    ],
    [
      'settings further down',
      flow('A --> B', '%%{init: {}}%%'),
      ['5:3  `%%{…}%%` settings are not used. Remove them; all diagrams look alike.'],
    ],
    [
      'front matter',
      `---\ntitle: x\n---\n${flow('A --> B')}`,
      ['1:1  A diagram has no front matter. Remove the lines between "---"; write accTitle: instead of a title.'],
    ],
    [
      'a link',
      flow('A --> B', 'click A href "https://example.org"'),
      ['5:3  A diagram has no links and no scripts. Remove this line, or rename what begins with this word.'],
    ],
    [
      'a callback',
      flow('A --> B', 'click A call steal()'),
      ['5:3  A diagram has no links and no scripts. Remove this line, or rename what begins with this word.'],
    ],
    [
      'a menu of links',
      kind('sequenceDiagram', 'links A: {"x": "https://example.org"}'),
      ['4:3  A diagram has no links and no scripts. Remove this line, or rename what begins with this word.'],
    ],
    [
      'a picture',
      flow('A@{ img: "https://example.org/a.png", label: "x" }'),
      ['4:4  A diagram has no pictures or icons. Use a plain box with a label.'],
    ],
    [
      'a style',
      flow('A --> B', 'style A fill:#f00'),
      ['5:3  A diagram sets no colours or styles of its own. Remove this line; emphasise a node with :::accent.'],
    ],
    [
      'a class of its own',
      flow('classDef warm fill:#f00', 'A:::warm --> B'),
      [
        '4:3  A diagram sets no colours or styles of its own. Remove this line; emphasise a node with :::accent.',
        '5:4  `:::warm` is not known. The one emphasis is :::accent.',
      ],
    ],
    [
      'HTML',
      flow('A["<b>bold</b>"] --> B'),
      ['4:6  `<b>` would not be shown. The one tag is <br/>; for < and > write #lt; and #gt;.'],
    ],
    [
      'HTML in the title',
      'pie\n  accTitle: A <i>title</i>\n  accDescr: x\n  "A" : 1',
      ['2:15  `<i>` would not be shown. The one tag is <br/>; for < and > write #lt; and #gt;.'],
    ],
    [
      'a bare > in quotes',
      flow('A["x > 0.6<br/>y"] --> B'),
      ['4:8  A bare ">" in a label disappears. Write #gt; instead.'],
    ],
    [
      'a bare > without quotes',
      flow('A[x > 0.6] --> B'),
      ['4:7  A bare ">" in a label disappears. Write #gt; instead.'],
    ],
    ['a bare < on an arrow', flow('A -->|p < 1| B'), ['4:11  A bare "<" in a label disappears. Write #lt; instead.']],
    [
      'a bare > in a message',
      kind('sequenceDiagram', 'A->>B: score > 0.6'),
      ['4:16  A bare ">" in a label disappears. Write #gt; instead.'],
    ],
    [
      'stars',
      flow('A["**bold**"] --> B'),
      ['4:6  The stars of ** would be printed. Leave them out; emphasise the node with :::accent.'],
    ],
    [
      'a letter eaten by an arrow',
      flow('A---oB'),
      ['4:4  The letter after this line is read as an arrowhead. Put a space before the name of the node.'],
    ],
    [
      'a node called end',
      flow('A --> end["End"]'),
      ['4:9  No node may be called `end`. Give it another name, such as finish["End"].'],
    ],
    [
      'a task that clicks',
      kind('gantt', 'Click through :a, 0, 1'),
      ['4:3  A task whose name begins with "Click" is not drawn. Begin its name with another word.'],
    ],
    [
      'a sideways flowchart',
      `flowchart LR\n${HEAD}  A --> B`,
      [
        '1:1  `flowchart LR` is not a type of diagram that is used here. Write "flowchart TB": diagrams are drawn from top to bottom.',
      ],
    ],
    [
      'a type that is not used',
      `mindmap\n${HEAD}  root`,
      [
        '1:1  `mindmap` is not a type of diagram that is used here. Begin with flowchart TB, sequenceDiagram, stateDiagram-v2, gantt, erDiagram, classDiagram, pie, quadrantChart or xychart-beta.',
      ],
    ],
    [
      'nothing',
      '\n  \n',
      [
        '1:1  The diagram is empty. Begin it with its type: flowchart TB, sequenceDiagram, stateDiagram-v2, gantt, erDiagram, classDiagram, pie, quadrantChart or xychart-beta.',
      ],
    ],
    [
      'no title',
      'pie\n  accDescr: x\n  "A" : 1',
      ['1:1  The diagram has no `accTitle:`. Add "accTitle: …" below its first line; it becomes the caption.'],
    ],
    [
      'an empty description',
      'pie\n  accTitle: x\n  accDescr:\n  "A" : 1',
      ['1:1  The diagram has no `accDescr:`. Add "accDescr: …": what must somebody know who cannot see it?'],
    ],
    [
      'a title without end',
      `pie\n  accTitle: ${'x'.repeat(101)}\n  accDescr: x\n  "A" : 1`,
      ['1:1  The `accTitle:` is 101 characters long. Say it in 100.'],
    ],
    [
      'too much of it',
      flow('A --> B\n'.repeat(1000)),
      ['1:1  The diagram is 8062 characters long. Keep it below 6000; two pictures say more than a big one.'],
    ],
  ])('%s', (_, source, expected) => {
    expect(issuesOf(source)).toEqual(expected);
  });
});

describe('accessibleText', () => {
  it('reads title and description, on one line or in braces', () => {
    expect(accessibleText('pie\n accTitle : One\n accDescr: Two: three')).toEqual({
      title: 'One',
      description: 'Two: three',
    });
    expect(accessibleText('pie\n accDescr {\n  Two\n  three\n }')).toEqual({ title: '', description: 'Two three' });
  });
});
