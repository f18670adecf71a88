import { type DiagramType, diagramType } from './diagram-type';

export interface SourceLabel {
  /** As it should stand in the picture, one line of the label (`<br/>` divides it). */
  readonly text: string;
  /** Line of the source, from 1. */
  readonly line: number;
}

/** How each kind of diagram writes its labels; the first group that matched is the label. */
const PATTERNS: Readonly<Record<DiagramType, readonly RegExp[]>> = {
  flowchart: [
    /"([^"]*)"/g,
    /\|([^|"]+)\|/g,
    /[A-Za-z0-9_][[({]+\/?([^[\](){}"|/]+?)[\])}/]+/g,
    /^\s*subgraph\s+([^["\n]+)$/g,
  ],
  sequence: [
    /^\s*(?:participant|actor)\s+\S+\s+as\s+(.+)$/g,
    /^\s*(?:[^:"]*?(?:->>|-->>|->|-->|-x|--x|-\)|--\))[^:"]*|note [^:]*):\s*(.+)$/gi,
    /^\s*(?:alt|else|opt|loop|par|and|critical|option|break)\s+(.+)$/g,
  ],
  state: [/^\s*state\s+"([^"]+)"/g, /^[^:"]+(?<!:):(?!:)\s*(.+)$/g],
  gantt: [/^\s*title\s+(.+)$/g, /^\s*section\s+(.+)$/g, /^\s*([^:]+?)\s*:(?!\S*\/\/).*$/g],
  er: [/:\s*"?([^"{}]+?)"?\s*$/g, /\["([^"]+)"\]/g],
  class: [/^\s*\S+\s*(?:<\|--|\*--|o--|-->|--|\.\.>|\.\.\|>|\.\.)\s*[^:]+:\s*(.+)$/g, /\["([^"]+)"\]/g],
  pie: [/^\s*"([^"]+)"\s*:/g, /\btitle\s+(.+)$/g],
  quadrant: [
    /^\s*title\s+(.+)$/g,
    /^\s*quadrant-[1-4]\s+(.+)$/g,
    /^\s*[xy]-axis\s+(.+?)(?:\s*-->.*)?$/g,
    /^\s*[xy]-axis\s+.+?-->\s*(.+)$/g,
    /^\s*"?([^":]+?)"?(?::::\w+)?\s*:\s*\[/g,
  ],
  xychart: [/"([^"]*)"/g],
};
const NOT_LABELS =
  /^\s*(%%|acc(Title|Descr)\b|dateFormat|axisFormat|tickInterval|excludes|todayMarker|weekday|class\b)/;

/** The labels of a source, entities resolved, without quotes and markdown ticks. */
export function sourceLabels(source: string): SourceLabel[] {
  const type = diagramType(source);
  if (type === null) return [];
  return source.split('\n').flatMap((line, index) => {
    if (NOT_LABELS.test(line) || isHeader(line)) return [];
    const raw = PATTERNS[type].flatMap((pattern) => [...line.matchAll(pattern)].map((match) => match[1] ?? ''));
    return raw.flatMap((label) =>
      label
        .split(/<br\s*\/?>/i)
        .map((part) => ({ text: plain(part), line: index + 1 }))
        .filter(({ text }) => text !== ''),
    );
  });
}

/**
 * The labels that the picture does not hold whole. Spaces do not count, nor which text element a word is in, since
 * mermaid wraps where it likes.
 */
export function lostLabels(source: string, pictureTexts: readonly string[]): SourceLabel[] {
  const shown = squeeze(pictureTexts.join(''));
  return sourceLabels(source).filter(({ text }) => !shown.includes(squeeze(text)));
}

function isHeader(line: string): boolean {
  return diagramType(line) !== null && !/\btitle\b/.test(line);
}

const ENTITIES: Readonly<Record<string, string>> = { gt: '>', lt: '<', amp: '&', quot: '"', nbsp: ' ', semi: ';' };

function plain(label: string): string {
  return label
    .replace(/^["`\s]+|["`\s]+$/g, '')
    .replace(/\*\*/g, '')
    .replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/#(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
