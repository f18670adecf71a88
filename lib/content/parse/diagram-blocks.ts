import type { Root } from 'mdast';
import type { Place } from '../finding';
import { checkDiagramSource } from '../rules/diagram-source';
import { placeOf, type Report } from './report';
import { walk } from './walk';

/** A ```mermaid block where it stands. */
export interface DiagramBlock {
  readonly report: Report;
  readonly source: string;
  readonly fence: Place;
  /** False when its source breaks a rule or its end is not known; there is no use in parsing it further. */
  readonly sound: boolean;
}

/** The diagrams of a file, their sources held against the rules. */
export function readDiagrams(report: Report, tree: Root): DiagramBlock[] {
  const blocks: DiagramBlock[] = [];
  walk(tree, (node) => {
    if (node.type !== 'code' || node.lang !== 'mermaid') return;
    const fence = placeOf(node);
    const issues = checkDiagramSource(node.value);
    for (const issue of issues) report.add(inFence(fence, issue), issue.message, issue.fix);
    blocks.push({ report, source: node.value, fence, sound: issues.length === 0 && report.heeds(fence) });
  });
  return blocks;
}

/** The place in the file of a place inside a fence. */
export function inFence(fence: Place, place: Place): Place {
  return { line: fence.line + place.line, column: fence.column - 1 + place.column };
}
