import type { Root } from 'mdast';
import type { Place } from '../finding';
import { placeOf } from '../parse/report';
import { walk } from '../parse/walk';

/** A block of code or a display formula whose author forgot the line that ends it. */
export interface OpenFence {
  readonly place: Place;
  /** The line that is missing: as many signs as the block begins with. */
  readonly closing: string;
  /** The `#` or `##` heading under which it stands; from there on nothing can be said about what is missing. */
  readonly partStart: Place;
}

/**
 * The first block that is never closed. Markdown lets such a block run to the end of what it stands in, or to the line
 * that was meant to close the next block, and so takes everything after it for code.
 */
export function findOpenFence(text: string, tree: Root): OpenFence | null {
  const found: { place: Place; closing: string }[] = [];
  walk(tree, (node) => {
    if (node.type !== 'code' && node.type !== 'math') return;
    const start = node.position?.start.offset ?? 0;
    const source = text.slice(start, node.position?.end.offset ?? start).split('\n');
    // What is indented instead of fenced has no such line.
    const fence = /^(?:`{3,}|~{3,}|\${2,})/.exec(source[0] ?? '')?.[0];
    if (fence === undefined) return;
    if (!isClosed(source, fence, node.value) || opensAnother(node.value, fence)) {
      found.push({ place: placeOf(node), closing: fence });
    }
  });
  const [first] = found;
  if (first === undefined) return null;
  const above = tree.children.findLast(
    (node) => node.type === 'heading' && node.depth <= 2 && placeOf(node).line < first.place.line,
  );
  return { ...first, partStart: above ? placeOf(above) : { line: 1, column: 1 } };
}

/** What follows the signs of a line that begins with the signs of `fence`, or more of them; null for any other line. */
function afterFence(line: string, fence: string): string | null {
  const written = line.replace(/^[\s>]+/, '');
  const sign = fence[0] ?? '';
  let length = 0;
  while (written[length] === sign) length += 1;
  return length >= fence.length ? written.slice(length) : null;
}

function isClosed(source: readonly string[], fence: string, value: string): boolean {
  if (source.length < 2 || afterFence(source.at(-1) ?? '', fence)?.trim() !== '') return false;
  // A line that looks like the end but is indented too far belongs to the block: then only the first line does not.
  return value === '' || source.length >= value.split('\n').length + 2;
}

/** A block cannot hold the first line of another one of its kind: it is there because the end of this one is not. */
function opensAnother(value: string, fence: string): boolean {
  return !fence.startsWith('$') && value.split('\n').some((line) => /^[a-z]+\s*$/i.test(afterFence(line, fence) ?? ''));
}
