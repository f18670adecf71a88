/** `code` is code, a diagram's source or a formula on its own lines: it is read, but it states nothing. */
export type BlockKind = 'prose' | 'item' | 'heading' | 'row' | 'code';

/** A paragraph, an item, a heading, a row of a table or a line of code. Offsets are UTF-16 code units, `end` exclusive. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
}

/** A line without the space at its ends, which also keeps the patterns below from trying every part of a long run of it. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indent: number;
}

const FENCE = /^(`{3,}|~{3,}|\$\$$)/;
/** Bullets as keyboards and word processors make them, and numbers of lists. */
const MARKER = /^(?:>\s?)*(?:(?:[-*+•‣◦▪–—]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+)+(?:\[[ xX]\]\s+)?/;
const QUOTE = /^(?:>\s?)+/;
const HEADING = /^#{1,6}\s+/;
const DELIMITER_ROW = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;
const RULE = /^(?:[-*_=]\s*){3,}$/;

/** A line that is nearly as long as a screen is wide was wrapped rather than ended. */
const WRAPPED = 50;

/** The blocks of a text that may be markdown or not. Marks that only make a list, a quotation or a heading belong to none. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  let fence: string | null = null;
  let open: Block | null = null;
  const close = () => {
    if (open !== null) blocks.push(open);
    open = null;
  };
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line.text)?.[1]?.slice(0, 3);
    if (fence !== null) {
      if (mark === fence) fence = null;
      else if (line.text !== '') blocks.push({ start: line.start, end: line.end, kind: 'code' });
      continue;
    }
    if (mark !== undefined) {
      close();
      fence = mark;
      continue;
    }
    if (line.text === '' || DELIMITER_ROW.test(line.text) || RULE.test(line.text)) {
      close();
      continue;
    }
    const kind = kindOf(line.text, lines[index + 1]?.text);
    const start: number = line.start + markOf(line.text, kind);
    if (open !== null && continues(text, open, line, kind)) {
      open = { start: open.start, end: line.end, kind: open.kind };
      continue;
    }
    close();
    open = { start, end: line.end, kind };
    if (kind === 'heading' || kind === 'row') close();
  }
  close();
  return blocks.filter((block) => block.start < block.end);
}

function kindOf(line: string, next: string | undefined): BlockKind {
  if (HEADING.test(line)) return 'heading';
  if (/^\|.*\|/.test(line)) return next !== undefined && DELIMITER_ROW.test(next) ? 'heading' : 'row';
  return MARKER.test(line) ? 'item' : 'prose';
}

function markOf(line: string, kind: BlockKind): number {
  const pattern = kind === 'heading' ? HEADING : kind === 'item' ? MARKER : kind === 'row' ? /^\|\s*/ : QUOTE;
  return pattern.exec(line)?.[0].length ?? 0;
}

/** Whether a line goes on with the sentence of the line before. */
function continues(text: string, open: Block, line: Line, kind: BlockKind): boolean {
  if (kind !== 'prose') return false;
  const before = text.slice(text.lastIndexOf('\n', open.end - 1) + 1, open.end);
  const rest = line.text.replace(QUOTE, '');
  if (open.kind === 'item' && line.indent >= 2) return true;
  return before.length >= WRAPPED && !/[.!?:;…]["'”’)*_`]*$/.test(before) && /^[\p{Ll}\p{N}(`$]/u.test(rest);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    const indent = line.length - line.trimStart().length;
    lines.push({ start: start + indent, end: start + indent + trimmed.length, text: trimmed, indent });
    start += line.length + 1;
  }
  return lines;
}
