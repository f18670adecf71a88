/** The kinds of mermaid diagram that take their colours from the page. Others do not, so they are refused. */
export const DIAGRAM_TYPES = [
  'flowchart',
  'sequence',
  'state',
  'gantt',
  'er',
  'class',
  'pie',
  'quadrant',
  'xychart',
] as const;
export type DiagramType = (typeof DIAGRAM_TYPES)[number];

const HEADERS: readonly (readonly [RegExp, DiagramType])[] = [
  [/^(flowchart|graph)\b/, 'flowchart'],
  [/^sequenceDiagram\b/, 'sequence'],
  [/^stateDiagram(-v2)?\b/, 'state'],
  [/^gantt\b/, 'gantt'],
  [/^erDiagram\b/, 'er'],
  [/^classDiagram(-v2)?\b/, 'class'],
  [/^pie\b/, 'pie'],
  [/^quadrantChart\b/, 'quadrant'],
  [/^xychart(-beta)?\b/, 'xychart'],
];

/** What kind of diagram a source is, by its first line that says anything; null for none of ours. */
export function diagramType(source: string): DiagramType | null {
  const first = source.split('\n').find((line) => line.trim() !== '' && !line.trim().startsWith('%%'));
  return HEADERS.find(([header]) => header.test(first?.trim() ?? ''))?.[1] ?? null;
}
