import type { Heading, RootContent } from 'mdast';
import { splitAt } from './parts';
import type { Report } from './report';

/** A `###` part of a worked answer, before the notes beside it are known. */
export interface WorkedSection {
  readonly heading: string;
  readonly node: Heading;
  readonly nodes: readonly RootContent[];
}

/** Cuts `## Worked answer` at its `###` headings. */
export function readWorkedAnswer(report: Report, nodes: readonly RootContent[]): WorkedSection[] {
  const { before, parts } = splitAt(3, nodes);
  const stray = before.find(({ type }) => type !== 'definition');
  if (stray) {
    report.at(
      stray,
      'The worked answer begins before its first `###` heading.',
      'Put a heading above it, such as "### What the product is for".',
    );
  }
  const seen = new Set<string>();
  return parts.map(({ heading, title, nodes: content }) => {
    if (title === '') report.at(heading, 'This heading has no text.', 'Write its text after the ###.');
    if (content.length === 0)
      report.at(heading, `Nothing stands under "${title}".`, 'Write it, or remove the heading.');
    if (seen.has(title)) {
      report.at(
        heading,
        `The heading "${title}" is here a second time.`,
        'Give it another name, so that "beside:" can tell them apart.',
      );
    }
    seen.add(title);
    for (const node of content) {
      if (node.type === 'heading' && node.depth > 5) {
        report.at(node, 'This heading is too deep.', 'Use #### inside a part.');
      }
    }
    return { heading: title, node: heading, nodes: content };
  });
}
