import type { Root, RootContent } from 'mdast';
import { plainText } from './plain-text';
import type { Report } from './report';

/**
 * Reads the `#` heading that a file begins with. A missing, second or different one is a finding.
 *
 * @param expected the title that it must have; any when left out.
 */
export function readTitle(
  report: Report,
  tree: Root,
  expected?: string,
): { title: string | null; content: readonly RootContent[] } {
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const title = heading?.type === 'heading' ? plainText(heading.children) : null;
  const content = tree.children.filter((node) => node !== heading);
  const wanted = `"# ${expected ?? 'Its title'}"`;
  if (heading === undefined || title === null) {
    report.add({ line: 1, column: 1 }, 'The file has no title.', `Begin it with ${wanted}.`);
    return { title, content };
  }
  if (expected !== undefined && title !== expected) {
    report.at(heading, `The title is "${title}".`, `For this file it is ${wanted}.`);
  }
  const above = tree.children.slice(0, tree.children.indexOf(heading)).find(({ type }) => type !== 'yaml');
  if (above) report.at(above, 'This stands above the title.', `Begin the file with ${wanted}.`);
  for (const node of content) {
    if (node.type === 'heading' && node.depth === 1) {
      report.at(node, 'This is a second title.', 'Use ## for a part of the file.');
    }
  }
  return { title, content: content.filter((node) => node !== above) };
}
