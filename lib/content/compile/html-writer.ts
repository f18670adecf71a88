import type { Element, Root as HastRoot } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { RichText } from '@/lib/core/case-study';
import type { Blocks, Phrase } from '../parse/parsed-case';
import { plainText } from '../parse/plain-text';
import { KATEX_OPTIONS } from '../rules/katex-options';
import type { SiblingLinks } from '../site-links';
import { diagramFigure, type FindPicture } from './diagram-figure';
import { PageNames, uniqueIds, wrapFormulas, wrapTables } from './hast-plugins';
import { colourCode } from './highlighter';
import { SANITISE_SCHEMA } from './sanitise-schema';

/** Turns parsed markdown into sanitised HTML, keeping ids unique over everything that one writer wrote. */
export class HtmlWriter {
  private readonly names = new PageNames();
  private readonly stages: Processor<Root, Root, HastRoot, HastRoot, string>;
  private diagramCount = 0;

  /**
   * @param page prefix of all ids of pictures: lowercase letters, digits and hyphens, letter first
   */
  constructor(
    private readonly page: string,
    private readonly findPicture: FindPicture,
    private readonly links: SiblingLinks,
  ) {
    this.stages = unified()
      // Raw HTML is dropped here; the check has refused it before.
      .use(remarkRehype)
      .use(rehypeKatex, { ...KATEX_OPTIONS, strict: 'ignore' })
      .use(colourCode)
      .use(wrapFormulas(this.names))
      .use(wrapTables(this.names))
      .use(rehypeSanitize, SANITISE_SCHEMA)
      // The only raw HTML is that of diagrams, put in after sanitising.
      .use(rehypeStringify, { allowDangerousHtml: true })
      .freeze() as unknown as Processor<Root, Root, HastRoot, HastRoot, string>;
  }

  /** Makes an id for a heading that the page itself prints. */
  headingId(prefix: string, heading: string): string {
    return this.names.claim(`${prefix}-${slugify(heading)}`);
  }

  /**
   * Compiles a text. A phrase has no `<p>` around it, blocks have.
   *
   * @param scope prefix for the ids of headings in the text
   * @param definitions link targets that stand elsewhere in the file
   */
  write(text: Phrase | Blocks, scope: string, definitions: readonly RootContent[] = []): RichText {
    const nodes: RootContent[] =
      text.kind === 'phrase' ? [{ type: 'paragraph', children: [...text.nodes] }] : [...text.nodes];
    const diagrams: string[] = [];
    const root: Root = {
      type: 'root',
      children: [...[...nodes, ...definitions].map((node) => this.prepare(node, diagrams))],
    };
    const tree = this.stages.runSync(root);
    // Slugs start anew with each run, so the prefix and the page's own names keep them apart.
    rehypeSlug({ prefix: `${scope}-` })(tree);
    uniqueIds(this.names)()(tree);
    this.putDiagrams(tree, diagrams);
    if (text.kind === 'phrase') {
      tree.children = tree.children.flatMap((child) =>
        child.type === 'element' && child.tagName === 'p' ? child.children : [child],
      );
    }
    return { html: this.stages.stringify(tree).trim(), text: plainText(text.nodes as readonly Nodes[]) };
  }

  /** The tree with links that lead to pages, and an empty place for each diagram, which no sanitiser has to understand. */
  private prepare(node: RootContent, diagrams: string[]): RootContent {
    if (node.type === 'code' && node.lang === 'mermaid') {
      diagrams.push(node.value);
      const hProperties = { dataDiagram: String(diagrams.length - 1) };
      return { type: 'paragraph', children: [], data: { hName: 'div', hProperties } };
    }
    const url = 'url' in node ? { url: this.links.get(node.url) ?? node.url } : {};
    const children =
      'children' in node ? { children: node.children.map((child) => this.prepare(child, diagrams)) } : {};
    return { ...node, ...url, ...children } as RootContent;
  }

  private putDiagrams(tree: HastRoot, sources: readonly string[]): void {
    visit(tree, 'element', (node: Element, index, parent) => {
      const source = sources[Number(node.properties.dataDiagram)];
      if (node.properties.dataDiagram === undefined || source === undefined || parent === undefined) return;
      this.diagramCount += 1;
      const value = diagramFigure(source, `${this.page}-${this.diagramCount}`, this.findPicture);
      (parent.children as unknown[])[index ?? 0] = { type: 'raw', value };
    });
  }
}

/** Words joined by hyphens, for an address: letters and digits of any script stay. */
export function slugify(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'part'
  );
}
