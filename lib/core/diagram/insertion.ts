import { diagramType } from './diagram-type';
import { type Block, nodeText } from './palette';

/** Text to put into a source at an offset, so that an editor can insert it as if it were typed and undo still works. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
  /** The node that it defines. */
  readonly nodeId: string;
}

/** What was inserted, applied. */
export interface Inserted {
  readonly source: string;
  /** Right behind what was inserted. */
  readonly caret: number;
}

const INDENT = '  ';

/**
 * Where and how a block of the palette goes into a source: on a line of its own below the caret's, indented like its
 * neighbours, under an id that the source does not have. An empty source becomes a flowchart.
 *
 * @returns null for kinds of diagram that have no blocks
 */
export function blockInsertion(source: string, caret: number, block: Block): Insertion | null {
  const nodeId = freeId(source, block.id);
  if (source.trim() === '') {
    const at = source.length;
    const start = source === '' || source.endsWith('\n') ? '' : '\n';
    return { at, text: `${start}flowchart TB\n${INDENT}${nodeText(nodeId, block)}\n`, nodeId };
  }
  const type = diagramType(source);
  if (type === 'flowchart') return lineInsertion(source, caret, nodeText(nodeId, block), nodeId);
  if (type === 'sequence') return lineInsertion(source, caret, `participant ${nodeId} as ${block.label}`, nodeId);
  return null;
}

/** An arrow between two nodes, below the caret's line; null for kinds of diagram that have no such arrows. */
export function arrowInsertion(source: string, caret: number, from: string, to: string): Insertion | null {
  const type = diagramType(source);
  if (type === 'flowchart') return lineInsertion(source, caret, `${from} --> ${to}`, to);
  if (type === 'sequence') return lineInsertion(source, caret, `${from}->>${to}: request`, to);
  return null;
}

/** Whether the palette can do something with this source. */
export function takesBlocks(source: string): boolean {
  const type = diagramType(source);
  return type === 'flowchart' || type === 'sequence' || source.trim() === '';
}

/** `blockInsertion`, applied. A source that has no blocks comes back unchanged. */
export function insertBlock(source: string, caret: number, block: Block): Inserted {
  const insertion = blockInsertion(source, caret, block);
  return insertion === null ? { source, caret } : applyInsertion(source, insertion);
}

export function applyInsertion(source: string, { at, text }: Insertion): Inserted {
  return { source: source.slice(0, at) + text + source.slice(at), caret: at + text.length };
}

/** `ranker`, `ranker2`, …: the first that is no word of the source, in any case. */
export function freeId(source: string, wanted: string): string {
  const taken = new Set(source.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.has(id.toLowerCase())) return id;
  }
}

function lineInsertion(source: string, caret: number, text: string, nodeId: string): Insertion {
  const lines = source.split('\n');
  const wanted = source.slice(0, clamp(caret, source.length)).split('\n').length - 1;
  const index = Math.max(wanted, lastLineOfHead(lines));
  const line = lines[index] ?? '';
  const indent = indentBelow(lines, index);
  const lineEnd = lines.slice(0, index + 1).join('\n').length;
  if (line.trim() === '' && index > lastLineOfHead(lines)) {
    // The empty line that the caret is on takes the block.
    return { at: lineEnd, text: indent.slice(line.length) + text, nodeId };
  }
  return { at: lineEnd, text: `\n${indent}${text}`, nodeId };
}

/** The last line of the kind, title and description, before which no block may stand. */
function lastLineOfHead(lines: readonly string[]): number {
  let last = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('%%'));
  for (let index = last + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^\s*acc(Title|Descr)\s*:/.test(line)) last = index;
    else if (/^\s*accDescr\s*\{/.test(line)) {
      const end = lines.findIndex((other, at) => at >= index && other.includes('}'));
      last = end === -1 ? lines.length - 1 : end;
      index = last;
    } else if (line.trim() !== '') break;
  }
  return Math.max(last, 0);
}

function indentBelow(lines: readonly string[], index: number): string {
  for (let above = index; above >= 0; above -= 1) {
    const line = lines[above] ?? '';
    if (line.trim() === '') continue;
    const own = /^\s*/.exec(line)?.[0] ?? '';
    const opens = /^\s*subgraph\b/.test(line) || diagramType(line) !== null;
    return opens ? own + INDENT : own === '' ? INDENT : own;
  }
  return INDENT;
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
