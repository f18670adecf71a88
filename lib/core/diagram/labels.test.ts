import { describe, expect, it } from 'vitest';
import { lostLabels, sourceLabels } from './labels';

const texts = (source: string) => sourceLabels(source).map(({ text, line }) => `${line} ${text}`);

describe('sourceLabels', () => {
  it.each([
    ['flowchart TB\n a["p99 ≤ 40<br/>ms"] -->|"yes"| b[Plain]', ['2 p99 ≤ 40', '2 ms', '2 yes', '2 Plain']],
    ['flowchart TB\n subgraph Offline\n a([Pill]) -->|no| b[(Store)]', ['2 Offline', '3 no', '3 Pill', '3 Store']],
    ['flowchart TB\n a["x #gt; 0.6 #35;1"]', ['2 x > 0.6 #1']],
    ['flowchart TB\n accTitle: "not a label"\n %% "nor this"\n a', []],
    [
      'sequenceDiagram\n participant A as The app\n A->>B: ask\n B--xA: no\n Note over A,B: 5 ms\n alt cached',
      ['2 The app', '3 ask', '4 no', '5 5 ms', '6 cached'],
    ],
    ['stateDiagram-v2\n [*] --> Live\n Live --> Held: breach\n state "Long name" as L', ['3 breach', '4 Long name']],
    ['gantt\n title T\n dateFormat X\n section S\n Task one :done, a, 1, 2', ['2 T', '4 S', '5 Task one']],
    ['erDiagram\n A ||--o{ B : "scored by"', ['2 scored by']],
    ['classDiagram\n A --> B : queries', ['2 queries']],
    ['pie showData title Cost\n "Ranker" : 5', ['1 Cost', '2 Ranker']],
    [
      'quadrantChart\n x-axis Low --> High\n quadrant-1 Plan\n Point A: [0.1, 0.2]',
      ['2 Low', '2 High', '3 Plan', '4 Point A'],
    ],
    ['xychart-beta\n title "Recall"\n x-axis "Probed" [1, 2]', ['2 Recall', '3 Probed']],
    ['mindmap\n root((x))', []],
  ])('finds the labels of %j', (source, expected) => {
    expect(texts(source)).toEqual(expected);
  });
});

describe('lostLabels', () => {
  it('is silent when all labels are there, wrapped or not', () => {
    expect(lostLabels('flowchart TB\n a["one two three"] --> b["four"]', ['one two', 'three', 'four'])).toEqual([]);
  });

  it.each([
    ['a bare sign that mermaid dropped', ['x 0.6']],
    ['a label that was cut', ['x > 0.']],
    ['an empty picture', []],
  ])('tells of %s', (_, shown) => {
    expect(lostLabels('flowchart TB\n a["x #gt; 0.6"]', shown)).toEqual([{ text: 'x > 0.6', line: 2 }]);
  });
});
