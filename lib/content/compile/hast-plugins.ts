import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { spaceFunctions } from './function-spacing';

/** What is unique in one page: ids, and the names of its scroll regions. */
export class PageNames {
  private readonly taken = new Map<string, number>();

  /** The name, with a number behind it when the page has it already. */
  claim(name: string, separator = '-'): string {
    const count = (this.taken.get(name) ?? 0) + 1;
    this.taken.set(name, count);
    return count === 1 ? name : this.claim(`${name}${separator}${count}`, separator);
  }
}

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

function hastText(node: ElementContent | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => hastText(child as ElementContent)).join('') : '';
}

function headerText(table: Element): string {
  const cells: string[] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'th') cells.push(hastText(node).replace(/\s+/g, ' ').trim());
  });
  return cells.filter((cell) => cell !== '').join(', ');
}

/** Puts wide tables into regions that scroll by themselves and can be reached by keyboard. */
export function wrapTables(names: PageNames) {
  return () => (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
      // The corner above row names is usually empty; as a heading it would be read out as a heading of nothing.
      visit(node, 'element', (cell) => {
        if (cell.tagName === 'th' && hastText(cell).trim() === '') cell.tagName = 'td';
      });
      const ariaLabel = names.claim(`Table: ${headerText(node)}`, ' ');
      parent.children[index] = element('div', { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel }, [
        node,
      ]);
      return SKIP;
    });
  };
}

/** Frees formulas from KaTeX's wrappers, and lets wide display formulas scroll by themselves. */
export function wrapFormulas(names: PageNames) {
  return () => (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      const classes = node.properties.className;
      if (!Array.isArray(classes) || !classes.some((name) => name === 'katex' || name === 'katex-display')) return;
      let math: Element | null = null;
      visit(node, 'element', (inner) => {
        if (inner.tagName === 'math') math ??= inner;
      });
      if (math === null || parent === undefined || index === undefined) return;
      const found: Element = math;
      spaceFunctions(found);
      parent.children[index] =
        found.properties.display === 'block'
          ? element(
              'div',
              { className: ['formula-scroll'], role: 'region', tabIndex: 0, ariaLabel: names.claim('Formula', ' ') },
              [found],
            )
          : found;
      return SKIP;
    });
  };
}

/** Makes ids of headings unique in the page. */
export function uniqueIds(names: PageNames) {
  return () => (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (typeof node.properties.id === 'string') node.properties.id = names.claim(node.properties.id);
    });
  };
}
