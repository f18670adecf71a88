import type { Root } from 'mdast';
import { closestWord, suggest } from '../did-you-mean';
import type { Report } from '../parse/report';
import { walk } from '../parse/walk';
import type { SiblingLinks } from '../site-links';
import { HIGHLIGHTED_LANGUAGES, isHighlighted } from './code-languages';

/** Where a link may lead. A place within the page has no address that an author could know. */
const LINK = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i;

/** What markdown can say and a case may not: HTML, pictures, footnotes, links that lead who knows where. */
export function checkMarkdownNodes(report: Report, tree: Root, siblings: SiblingLinks): void {
  walk(tree, (node) => {
    switch (node.type) {
      case 'html':
        report.at(
          node,
          `HTML such as \`${firstLine(node.value)}\` is not shown.`,
          'Say it in markdown; for a bare "<" write "\\<", and delete comments.',
        );
        break;
      case 'image':
      case 'imageReference':
        report.at(node, 'Pictures cannot be put into a case.', 'Draw it as a ```mermaid block, or say it in words.');
        break;
      case 'footnoteReference':
      case 'footnoteDefinition':
        report.at(node, 'Footnotes are not shown.', 'Say it in the text, or under "references" in case.md.');
        break;
      case 'link':
      case 'definition':
        if (!LINK.test(node.url) && !siblings.has(node.url)) {
          report.at(
            node,
            `The link leads to \`${firstLine(node.url)}\`, which is ${isPlace(node.url) ? 'a place inside a file' : 'no web address'}.`,
            isPlace(node.url) ? placeAdvice(node.url, siblings) : linkAdvice(node.url, siblings),
          );
        }
        break;
      case 'listItem':
        if (typeof node.checked === 'boolean') {
          report.at(node, 'Check boxes are not shown.', 'Remove "[ ]" or "[x]".');
        }
        break;
      case 'code':
        if (node.lang && node.lang !== 'mermaid' && !isHighlighted(node.lang)) {
          report.at(
            node,
            `Code in \`${node.lang}\` cannot be coloured.`,
            `${suggest(node.lang, [...HIGHLIGHTED_LANGUAGES, 'mermaid'])} Or name no language.`,
          );
        }
        break;
      default:
    }
  });
}

/** `case.md#facts`, `#facts`: what a git host would jump to. */
const isPlace = (url: string) => /^[\w./-]*#/.test(url);

function placeAdvice(url: string, siblings: SiblingLinks): string {
  const rule = 'Links lead to a file beside this one, without "#"';
  const file = url.slice(0, url.indexOf('#')).replace(/^\.\//, '');
  const near = siblings.has(file) ? file : closestWord(file, [...siblings.keys()]);
  return near === null ? `${rule}, such as ${exampleFile(siblings)}.` : `${rule}: write ${near}.`;
}

const exampleFile = (siblings: SiblingLinks) => [...siblings.keys()][1] ?? 'case.md';

function linkAdvice(url: string, siblings: SiblingLinks): string {
  const near = /^[\w-]+(?:\.md)?$/.test(url) ? closestWord(url, [...siblings.keys()]) : null;
  return near === null
    ? `Begin it with https://, http:// or mailto:, or name a file beside this one, such as ${exampleFile(siblings)}.`
    : `Did you mean ${near}?`;
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').slice(0, 60);
