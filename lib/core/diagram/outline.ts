import { diagramType } from './diagram-type';

export interface OutlineNode {
  readonly id: string;
  readonly label: string;
  /** The group (`subgraph`) that it stands in, or null. */
  readonly group: string | null;
}
export interface OutlineEdge {
  /** Labels, as a reader knows the boxes. */
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
}
/** What a diagram says, for those who do not see it. */
export interface Outline {
  readonly nodes: readonly OutlineNode[];
  readonly edges: readonly OutlineEdge[];
}

/** The boxes and arrows of a flowchart, or the participants and messages of a sequence diagram; null for other kinds. */
export function outlineDiagram(source: string): Outline | null {
  const type = diagramType(source);
  if (type === 'flowchart') return outlineFlowchart(source);
  if (type === 'sequence') return outlineSequence(source);
  return null;
}

const NODE_ID = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.=>]))*/u;
/** Longest first, so that `([` is not read as `(`. */
const BRACKETS: readonly (readonly [string, string])[] = [
  ['(((', ')))'],
  ['([', '])'],
  ['((', '))'],
  ['[(', ')]'],
  ['[[', ']]'],
  ['[/', '/]'],
  ['[/', '\\]'],
  ['[\\', '\\]'],
  ['[\\', '/]'],
  ['{{', '}}'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['>', ']'],
];
const ARROW = /^\s*[<ox]?(?:--+|==+|-\.+-?)(?:[>ox](?=[\s|]|$)|>)?|^\s*~~~+/;
const LABELLED_ARROW = /^\s*[<ox]?(?:--|==|-\.)\s+([^|>\n]+?)\s+(?:--+|==+|\.+-)[>ox]?/;

function outlineFlowchart(source: string): Outline {
  const nodes = new Map<string, { label: string; group: string | null }>();
  const edges: { from: string; to: string; label: string | null }[] = [];
  const groups: string[] = [];

  const define = (id: string, label: string | null) => {
    const known = nodes.get(id);
    if (known === undefined) nodes.set(id, { label: label ?? id, group: groups.at(-1) ?? null });
    else if (label !== null) known.label = label;
  };
  const readNodes = (text: string): { ids: string[]; rest: string } | null => {
    const ids: string[] = [];
    let rest = text;
    for (;;) {
      const node = readNode(rest.trimStart());
      if (node === null) return ids.length === 0 ? null : { ids, rest };
      define(node.id, node.label);
      ids.push(node.id);
      rest = node.rest;
      const and = /^\s*&\s*/.exec(rest);
      if (and === null) return { ids, rest };
      rest = rest.slice(and[0].length);
    }
  };

  for (const statement of statements(source)) {
    const group = /^subgraph\s+(?:[\p{L}\p{N}_-]+\s*\[(.+)\]|(.+))$/u.exec(statement);
    if (group !== null) {
      groups.push(plainLabel(group[1] ?? group[2] ?? ''));
      continue;
    }
    if (statement === 'subgraph') groups.push('');
    if (statement === 'end') groups.pop();
    if (/^(?:subgraph|end|direction|style|linkStyle|classDef|class|click|acc(?:Title|Descr))\b/.test(statement))
      continue;
    let current = readNodes(statement);
    while (current !== null) {
      const link = readLink(current.rest);
      const next = link === null ? null : readNodes(link.rest);
      if (link === null || next === null) break;
      for (const from of current.ids) for (const to of next.ids) edges.push({ from, to, label: link.label });
      current = next;
    }
  }
  const labelOf = (id: string) => nodes.get(id)?.label ?? id;
  return {
    nodes: [...nodes].map(([id, node]) => ({ id, ...node })),
    edges: edges.map(({ from, to, label }) => ({ from: labelOf(from), to: labelOf(to), label })),
  };
}

/** Lines without kind, title, description and comments; `;` ends a statement outside quotes too. */
function statements(source: string): string[] {
  const withoutBlocks = source.replace(/^[ \t]*accDescr[ \t]*\{[^}]*\}/gm, '');
  return withoutBlocks
    .split('\n')
    .filter((line) => !/^\s*(%%|acc(Title|Descr)\s*:)/.test(line) && diagramType(line) === null)
    .flatMap((line) => line.match(/(?:"[^"]*"|#\w+;|[^;])+/g) ?? [])
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');
}

function readNode(text: string): { id: string; label: string | null; rest: string } | null {
  const id = NODE_ID.exec(text)?.[0];
  if (id === undefined) return null;
  let rest = text.slice(id.length);
  let label: string | null = null;
  for (const [open, close] of BRACKETS) {
    if (!rest.startsWith(open)) continue;
    const quoted = new RegExp(`^${escapeForPattern(open)}\\s*"([^"]*)"\\s*${escapeForPattern(close)}`).exec(rest);
    const end = rest.indexOf(close, open.length);
    if (quoted === null && end === -1) continue;
    label = plainLabel(quoted?.[1] ?? rest.slice(open.length, end));
    rest = rest.slice(quoted === null ? end + close.length : quoted[0].length);
    break;
  }
  rest = rest.replace(/^@\{[^}]*\}/, '').replace(/^:::[\w-]+/, '');
  return { id, label, rest };
}

function readLink(text: string): { label: string | null; rest: string } | null {
  const labelled = LABELLED_ARROW.exec(text);
  if (labelled !== null) return { label: plainLabel(labelled[1] ?? ''), rest: text.slice(labelled[0].length) };
  const arrow = ARROW.exec(text);
  if (arrow === null || arrow[0] === '') return null;
  const rest = text.slice(arrow[0].length);
  const between = /^\s*\|([^|]*)\|/.exec(rest);
  if (between === null) return { label: null, rest };
  return { label: plainLabel(between[1] ?? '') || null, rest: rest.slice(between[0].length) };
}

const MESSAGE =
  /^([\p{L}\p{N}_]+)\s*(?:<<)?(?:-->>|->>|-->|->|--x|-x|--\)|-\))\s*[+-]?\s*([\p{L}\p{N}_]+)\s*:\s*(.*)$/u;

function outlineSequence(source: string): Outline {
  const nodes = new Map<string, string>();
  const edges: OutlineEdge[] = [];
  for (const statement of statements(source)) {
    const participant = /^(?:create\s+)?(?:participant|actor)\s+(\S+)(?:\s+as\s+(.+))?$/.exec(statement);
    if (participant !== null) {
      const id = participant[1] ?? '';
      nodes.set(id, plainLabel(participant[2] ?? id));
      continue;
    }
    const message = MESSAGE.exec(statement);
    if (message === null) continue;
    const [, from = '', to = '', text = ''] = message;
    for (const id of [from, to]) if (!nodes.has(id)) nodes.set(id, id);
    edges.push({ from: nodes.get(from) ?? from, to: nodes.get(to) ?? to, label: plainLabel(text) || null });
  }
  return { nodes: [...nodes].map(([id, label]) => ({ id, label, group: null })), edges };
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['gt', '>'],
  ['lt', '<'],
  ['amp', '&'],
  ['quot', '"'],
]);

function plainLabel(text: string): string {
  return text
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/#(\d{1,6});/g, (whole, code: string) => codePoint(Number(code)) ?? whole)
    .replace(/#(\w+);/g, (whole, name: string) => ENTITIES.get(name) ?? whole)
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function codePoint(code: number): string | null {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function escapeForPattern(text: string): string {
  return text.replace(/[[\](){}\\/>]/g, '\\$&');
}
