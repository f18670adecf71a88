/** What an element of mermaid's picture is; known only as long as its classes are there. */
export type Part =
  | 'node'
  | 'group'
  | 'group-title'
  | 'edge-label'
  | 'edge-label-in-group'
  | 'actor'
  | 'note'
  | 'lifeline';
export type Parts = ReadonlyMap<Element, Part>;

const SELECTORS: readonly (readonly [Part, string])[] = [
  [
    'node',
    '.node rect.label-container, .node rect.basic, .statediagram-state rect.basic, .node g.label-container > path',
  ],
  ['group', '.cluster > rect, .cluster > g > rect.outer, rect.outer'],
  ['edge-label', '.edgeLabel rect, .edgeLabels rect, rect.background'],
  ['actor', 'rect.actor'],
  ['note', 'rect.note'],
  ['group-title', '.cluster-label text, .cluster-label tspan'],
  ['lifeline', 'line.actor-line, line[id^="actor"], line[id*="-actor"]'],
];

export function findParts(svg: SVGSVGElement): Parts {
  const parts = new Map<Element, Part>();
  for (const [part, selector] of SELECTORS) {
    for (const element of svg.querySelectorAll(selector)) parts.set(element, part);
  }
  const groups = [...parts].flatMap(([element, part]) => (part === 'group' ? [element.getBoundingClientRect()] : []));
  for (const [element, part] of parts) {
    if (part !== 'edge-label') continue;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const isInside = (group: DOMRect) => x > group.left && x < group.right && y > group.top && y < group.bottom;
    if (groups.some(isInside)) parts.set(element, 'edge-label-in-group');
  }
  return parts;
}
