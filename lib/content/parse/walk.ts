import type { Nodes } from 'mdast';

/** Calls `see` for a node and everything in it, in reading order. */
export function walk(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) walk(child, see);
}
