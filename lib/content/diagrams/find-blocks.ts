import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

export interface DiagramBlock {
  /** Mermaid text without the fence and without space around it. */
  readonly source: string;
  /** Line of the file on which the source begins, from 1. */
  readonly line: number;
  /** Columns that the block is indented by, as in a list. */
  readonly indent: number;
}

/** The fenced `mermaid` blocks of a markdown text, in reading order. */
export function findDiagramBlocks(markdown: string): DiagramBlock[] {
  if (!markdown.includes('mermaid')) return [];
  const blocks: DiagramBlock[] = [];
  visit(unified().use(remarkParse).parse(markdown), 'code', (node) => {
    if (node.lang !== 'mermaid' || node.position === undefined) return;
    const { line, column } = node.position.start;
    const blankLines = /^(\s*\n)*/.exec(node.value)?.[0].split('\n').length ?? 1;
    blocks.push({ source: node.value.trim(), line: line + blankLines, indent: column - 1 });
  });
  return blocks;
}
