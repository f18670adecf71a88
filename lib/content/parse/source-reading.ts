import type { Root } from 'mdast';
import { checkFormulas } from '../rules/formulas';
import { checkMarkdownNodes } from '../rules/markdown-nodes';
import { findOpenFence } from '../rules/open-fences';
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
  const open = findOpenFence(file.text, tree);
  if (open) {
    report.add(
      open.place,
      'The block that begins here is never closed.',
      `Add a line with ${open.closing} after its last line.`,
    );
    report.ignoreFrom(open.place);
  }
  checkMarkdownNodes(report, tree, siblings);
  checkFormulas(report, tree);
  const diagrams = readDiagrams(report, tree);
  // The part that the block stands in is cut short, and the parts below it are not there.
  if (open) report.ignoreFrom(open.partStart);
  return { report, tree, diagrams };
}
