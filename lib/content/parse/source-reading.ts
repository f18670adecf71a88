import type { Root } from 'mdast';
import { checkFormulas } from '../rules/formulas';
import { checkMarkdownNodes } from '../rules/markdown-nodes';
import type { SiblingLinks } from '../site-links';
import type { SourceFile } from '../source-file';
import { type DiagramBlock, readDiagrams } from './diagram-blocks';
import { parseMarkdown } from './markdown-tree';
import { Report } from './report';

export interface SourceReading {
  readonly report: Report;
  readonly tree: Root;
  readonly diagrams: readonly DiagramBlock[];
}

/** Parses a file and holds it against the rules that every content file has in common. */
export function readSource(file: SourceFile, siblings: SiblingLinks): SourceReading {
  const report = new Report(file);
  const tree = parseMarkdown(report);
  checkMarkdownNodes(report, tree, siblings);
  checkFormulas(report, tree);
  return { report, tree, diagrams: readDiagrams(report, tree) };
}
