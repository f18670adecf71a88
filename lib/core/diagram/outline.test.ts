import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineDiagram } from './outline';
import { TEMPLATES } from './palette';

const told = (source: string) => {
  const outline = outlineDiagram(source);
  return {
    nodes: outline?.nodes.map(({ id, label, group }) => `${id}=${label}${group === null ? '' : `@${group}`}`),
    edges: outline?.edges.map(({ from, to, label }) => `${from}>${to}${label === null ? '' : `:${label}`}`),
  };
};
const flow = (body: string) => told(`flowchart TB\n${body}`);

describe('outlineDiagram of a flowchart', () => {
  it.each([
    ['a --> b', ['a=a', 'b=b'], ['a>b']],
    ['a[One] --> b(Two)', ['a=One', 'b=Two'], ['One>Two']],
    ['a([One]) --- b[(Two)]', ['a=One', 'b=Two'], ['One>Two']],
    ['a[[One]] -.-> b{{Two}}', ['a=One', 'b=Two'], ['One>Two']],
    ['a[/One/] ==> b{Two?}', ['a=One', 'b=Two?'], ['One>Two?']],
    ['a((One)) --> b(((Two)))', ['a=One', 'b=Two'], ['One>Two']],
    ['a>One]', ['a=One'], []],
    ['a["p99 ] 40<br/>ms"] -->|"yes #gt; 1"| b', ['a=p99 ] 40 ms', 'b=b'], ['p99 ] 40 ms>b:yes > 1']],
    ['a -- some text --> b', ['a=a', 'b=b'], ['a>b:some text']],
    ['a -. slow .-> b', ['a=a', 'b=b'], ['a>b:slow']],
    ['a == fast ==> b', ['a=a', 'b=b'], ['a>b:fast']],
    ['a --> b --> c', ['a=a', 'b=b', 'c=c'], ['a>b', 'b>c']],
    ['a & b --> c & d', ['a=a', 'b=b', 'c=c', 'd=d'], ['a>c', 'a>d', 'b>c', 'b>d']],
    ['a-->b', ['a=a', 'b=b'], ['a>b']],
    ['two-tower --> b', ['two-tower=two-tower', 'b=b'], ['two-tower>b']],
    ['a[One]:::accent --> b', ['a=One', 'b=b'], ['One>b']],
    ['a --> b\n  b[Later]', ['a=a', 'b=Later'], ['a>Later']],
    ['a; b --> c;', ['a=a', 'b=b', 'c=c'], ['b>c']],
    ['%% a --> b\n  c', ['c=c'], []],
    ['subgraph one [Offline jobs]\n a\n end\n b', ['a=a@Offline jobs', 'b=b'], []],
    ['subgraph Offline\n direction LR\n a\n end', ['a=a@Offline'], []],
    ['a\n  classDef accent fill:red\n  class a accent\n  style a fill:red', ['a=a'], []],
    ['accTitle: x --> y\n  accDescr { p --> q\n r --> s }\n  a', ['a=a'], []],
    ['größe["Größe"] --> ユーザー', ['größe=Größe', 'ユーザー=ユーザー'], ['Größe>ユーザー']],
    ['a --o b\n  a --x c\n  a <--> d', ['a=a', 'b=b', 'c=c', 'd=d'], ['a>b', 'a>c', 'a>d']],
  ])('reads %j', (body, nodes, edges) => {
    expect(flow(body)).toEqual({ nodes, edges });
  });

  it('finds exactly what was drawn', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'client', 'ann_index', 'n1');
    const label = fc.option(fc.constantFrom('yes', 'top 20', '5 %'), { nil: null });
    const arrow = fc.constantFrom('-->', '-.->', '==>', '---');
    fc.assert(
      fc.property(fc.array(fc.record({ from: id, to: id, label, arrow }), { maxLength: 12 }), (edges) => {
        const body = edges.map((e) => `  ${e.from} ${e.arrow}${e.label === null ? '' : `|${e.label}|`} ${e.to}`);
        const outline = outlineDiagram(['flowchart TB', ...body].join('\n'));
        expect(outline?.edges).toEqual(edges.map(({ from, to, label: said }) => ({ from, to, label: said })));
        expect(new Set(outline?.nodes.map((node) => node.id))).toEqual(new Set(edges.flatMap((e) => [e.from, e.to])));
      }),
    );
  });

  it('ends and never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      '-',
      '>',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '|',
      '"',
      '&',
      ';',
      '#',
      'a',
      ' ',
      '\n',
      '@',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => outlineDiagram(`flowchart TB\n${pieces.join('')}`)).not.toThrow();
        expect(() => outlineDiagram(`sequenceDiagram\n${pieces.join('')}`)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('outlineDiagram of a sequence', () => {
  it('tells participants and messages', () => {
    expect(
      told('sequenceDiagram\n actor U as A user\n participant S\n U->>+S: ask\n S-->>-U: answer\n S-)Q: log'),
    ).toEqual({
      nodes: ['U=A user', 'S=S', 'Q=Q'],
      edges: ['A user>S:ask', 'S>A user:answer', 'S>Q:log'],
    });
  });
});

describe('outlineDiagram of other kinds', () => {
  it.each(['', 'pie\n "a": 1', 'gantt', 'stateDiagram-v2\n a --> b', 'nonsense'])('has none for %j', (source) => {
    expect(outlineDiagram(source)).toBeNull();
  });
});

describe('the templates', () => {
  it.each(TEMPLATES)('$label is one connected picture without ids as labels', ({ source }) => {
    const outline = outlineDiagram(source);
    expect(outline?.nodes.length).toBeGreaterThan(5);
    for (const { id, label } of outline?.nodes ?? []) expect(label).not.toBe(id);
    const reached = new Set([outline?.nodes[0]?.label]);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of outline?.edges ?? []) {
        if (reached.has(from) || reached.has(to)) reached.add(from).add(to);
      }
    }
    expect(reached.size).toBe(outline?.nodes.length);
  });
});
