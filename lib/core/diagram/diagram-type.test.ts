import { expect, it } from 'vitest';
import { diagramType } from './diagram-type';

it.each([
  ['flowchart TB\n a', 'flowchart'],
  ['\n%% note\n  graph LR', 'flowchart'],
  ['sequenceDiagram', 'sequence'],
  ['stateDiagram', 'state'],
  ['stateDiagram-v2', 'state'],
  ['pie showData', 'pie'],
  ['xychart-beta horizontal', 'xychart'],
  ['xychart', 'xychart'],
  ['flowcharts', null],
  ['mindmap', null],
  ['', null],
])('takes %j for %s', (source, type) => {
  expect(diagramType(source)).toBe(type);
});
