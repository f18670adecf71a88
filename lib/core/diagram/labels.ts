import { type DiagramType, diagramType } from './diagram-type';

export interface SourceLabel {
  /** As it should stand in the picture, one line of the label (`<br/>` divides it). */
  readonly text: string;
  /** Line of the source, from 1. */
  readonly line: number;
}

/** How each kind of diagram writes its labels; the first group is the label. Lines come trimmed, with single spaces. */
const PATTERNS: Readonly<Record<DiagramType, readonly RegExp[]>> = {
  flowchart: [/"([^"]*)"/g, /\|([^|"]+)\|/g, /\w[[({]+\/?([^[\](){}"|/]+)[\])}/]/g, /^subgraph ([^["]+)$/g],
  sequence: [/^(?:participant|actor) \S+ as (.+)$/g, /^(?:alt|else|opt|loop|par|and|critical|option|break) (.+)$/g],
  state: [/^state "([^"]+)"/g, /^[^:"]+:(?!:) ?(.+)$/g],
  gantt: [/^title (.+)$/g, /^section (.+)$/g, /^([^:]+):/g],
  er: [/: ?"?([^":{}]+)"?$/g, /\["([^"]+)"\]/g],
  class: [/^[^:"]* (?:<\|--|\*--|o--|-->|--|\.\.>|\.\.\|>|\.\.) [^:"]+: ?(.+)$/g, /\["([^"]+)"\]/g],
  pie: [/^"([^"]+)" ?:/g, /\btitle (.+)$/g],
  quadrant: [/^title (.+)$/g, /^quadrant-[1-4] (.+)$/g, /^"?([^":]+)"?(?::::\w+)? ?: ?\[/g],
  xychart: [/"([^"]*)"/g],
};
const NOT_LABELS = /^(%%|acc(Title|Descr)\b|dateFormat|axisFormat|tickInterval|excludes|todayMarker|weekday|class\b)/;

/** The labels of a source, entities resolved, without quotes and markdown ticks. */
export function sourceLabels(source: string): SourceLabel[] {
  const type = diagramType(source);
  if (type === null) return [];
  return source.split('\n').flatMap((raw, index) => {
    const line = raw.replace(/\s+/g, ' ').trim();
    if (NOT_LABELS.test(line) || isHeader(line)) return [];
    const found = PATTERNS[type].flatMap((pattern) => [...line.matchAll(pattern)].map((match) => match[1] ?? ''));
    return [...found, ...sideLabels(type, line)].flatMap((label) =>
      label
        .split(/<br ?\/?>/i)
        .map((part) => ({ text: plain(part), line: index + 1 }))
        .filter(({ text }) => text !== ''),
    );
  });
}

/** Labels that a pattern alone does not find: a sequence's messages and notes, the ends of an axis. */
function sideLabels(type: DiagramType, line: string): string[] {
  if (type === 'sequence') {
    const colon = line.indexOf(':');
    const isMessage = /-(?:>|x|\))|^note /i.test(line.slice(0, Math.max(colon, 0)));
    return isMessage ? [line.slice(colon + 1)] : [];
  }
  const axis = type === 'quadrant' ? /^[xy]-axis (.+)$/.exec(line)?.[1] : undefined;
  return axis?.split(/ ?--> ?/) ?? [];
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
