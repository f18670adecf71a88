import type { Nodes } from 'mdast';

const BETWEEN_BLOCKS = '\n\n';
const BLOCKS = new Set(['paragraph', 'heading', 'blockquote', 'list', 'table', 'code', 'math']);

/**
 * What the markdown says, without its marks: what a matcher or an export reads. Formulas keep their LaTeX, and a
 * diagram is told by its title and description.
 */
export function plainText(nodes: readonly Nodes[]): string {
  let text = '';
  for (const node of nodes) {
    const own = nodeText(node);
    if (own === '') continue;
    if (text !== '' && BLOCKS.has(node.type)) text = text.trimEnd() + BETWEEN_BLOCKS;
    text += own;
  }
  return text.trim();
}

function nodeText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return node.value.replace(/\s*\n\s*/g, ' ');
    case 'math':
      return node.value;
    case 'code':
      return node.lang === 'mermaid' ? diagramText(node.value) : node.value;
    case 'break':
      return ' ';
    case 'list':
      return node.children.map((item) => plainText(item.children)).join('\n');
    case 'table':
      return node.children.map((row) => row.children.map((cell) => plainText(cell.children)).join(' · ')).join('\n');
    case 'html':
    case 'yaml':
    case 'definition':
      return '';
    default:
      return 'children' in node ? plainText(node.children) : '';
  }
}

function diagramText(source: string): string {
  return [...source.matchAll(/^\s*acc(?:Title|Descr)\s*:\s*(.+)$/gm)].map(([, said = '']) => said.trim()).join(' ');
}
