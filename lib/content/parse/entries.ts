import type { BlockContent, DefinitionContent, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { closestWord, suggest } from '../did-you-mean';
import type { Place } from '../finding';
import type { Located } from './check-values';
import { plainText } from './plain-text';
import { type Positioned, placeOf, type Report } from './report';

type ItemContent = BlockContent | DefinitionContent;

/** `- counts: …` under an entry. */
export interface EntryLine {
  readonly key: string;
  readonly place: Place;
  /** What follows the key, when it is one paragraph. */
  readonly inline: readonly PhrasingContent[];
  /** The same with everything that stands below it in the item. */
  readonly blocks: readonly ItemContent[];
  readonly text: string;
}

/** One item of a part that is a list: its sentence and the keyed lines under it. */
export interface Entry {
  readonly item: ListItem;
  readonly place: Place;
  readonly head: readonly PhrasingContent[];
  readonly lines: readonly EntryLine[];
  /** Something under it could not be read, so that nothing can be said to be missing. */
  readonly flawed: boolean;
}

/** The list items of a part; whatever else stands there is a finding. */
export function readItems(report: Report, nodes: readonly RootContent[], what: string, ordered = false): ListItem[] {
  const items: ListItem[] = [];
  for (const node of nodes) {
    // A second title is told about already.
    if (node.type === 'definition' || (node.type === 'heading' && node.depth === 1)) continue;
    if (node.type !== 'list') {
      report.at(node, `Only a list of ${what} may stand here.`, listAdvice(node, ordered));
    } else {
      if (Boolean(node.ordered) !== ordered) {
        report.at(
          node,
          `The ${what} are a ${node.ordered ? 'numbered' : 'bulleted'} list.`,
          ordered ? 'Number them: "1. …", "2. …".' : 'Begin each with "- ".',
        );
      }
      items.push(...node.children);
    }
  }
  return items;
}

function listAdvice(node: Positioned & { type: string }, ordered: boolean): string {
  if (node.type === 'heading') return 'Headings have no place inside this part; make it an item or remove it.';
  return ordered
    ? 'Begin it with its number: "1. …".'
    : 'Begin it with "- ", or indent it to belong to the item above.';
}

/** Reads an item and its keyed lines. `keys` are those that this kind of entry knows. */
export function readEntry(report: Report, item: ListItem, keys: readonly string[]): Entry {
  const place = placeOf(item);
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') {
    report.add(
      place,
      'This item does not begin with a sentence.',
      'Begin it with its text, on the same line as the "-".',
    );
  }
  const head = first?.type === 'paragraph' ? first.children : [];
  const lines: EntryLine[] = [];
  let flawed = false;
  for (const node of first?.type === 'paragraph' ? rest : item.children) {
    if (node.type !== 'list') {
      flawed = true;
      report.at(
        node,
        'Under an item only lines with a key may stand.',
        keys.length === 0 ? 'Make it part of the sentence, or remove it.' : `Begin it with ${keyChoice(keys)}.`,
      );
      continue;
    }
    for (const nested of node.children) {
      const line = readLine(report, nested, keys);
      if (line) lines.push(line);
      else flawed = true;
    }
  }
  return { item, place, head, lines, flawed };
}

const keyChoice = (keys: readonly string[]) => keys.map((key) => `"- ${key}:"`).join(' or ');

const KEY = /^([A-Za-z][A-Za-z -]{0,30}?)\s*:(?=\s|$)\s*/;

function readLine(report: Report, item: ListItem, keys: readonly string[]): EntryLine | null {
  const [first, ...rest] = item.children;
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  const match = opening?.type === 'text' ? KEY.exec(opening.value) : null;
  if (first?.type !== 'paragraph' || opening?.type !== 'text' || match === null) {
    report.at(
      item,
      'A nested line begins with its key and a colon, and this one does not.',
      keys.length === 0 ? 'No keys are known here; remove the line.' : `Begin it with ${keyChoice(keys)}.`,
    );
    return null;
  }
  const written = match[1] ?? '';
  const key = keys.includes(written) ? written : closestWord(written, keys);
  if (key !== written) {
    report.at(
      item,
      `\`${written}:\` is not a key that can stand here.`,
      keys.length === 0
        ? 'No keys are known here; remove the line.'
        : suggest(
            written,
            keys.map((known) => `${known}:`),
          ),
    );
  }
  // A slip in the key is told once; the line is read as what was meant.
  if (key === null) return null;
  const value = opening.value.slice(match[0].length);
  const inline = value === '' ? first.children.slice(1) : [{ ...opening, value }, ...first.children.slice(1)];
  const paragraph: Paragraph = { ...first, children: inline };
  const text = plainText(inline);
  const place = placeOf(item);
  if (text === '' && rest.length === 0) {
    report.add(place, `Nothing follows \`${key}:\`.`, 'Write its text after the colon.');
    return null;
  }
  return { key, place, inline, blocks: [...(inline.length > 0 ? [paragraph] : []), ...rest], text };
}

/** The lines of one key, in order. */
export const linesOf = (entry: Entry, key: string) => entry.lines.filter((line) => line.key === key);

/** Where to say that there are too few lines of a key; null when some could not be read. */
export const locateLines = (entry: Entry, key: string): Located | null =>
  entry.flawed ? null : { place: entry.place, label: `\`${key}:\` lines` };

/**
 * The one line of a key that may stand there once.
 *
 * @returns null when it is absent; that is a finding when `required`.
 */
export function singleLine(report: Report, entry: Entry, key: string, required = true): EntryLine | null {
  const [line, second] = linesOf(entry, key);
  if (second) report.add(second.place, `\`${key}:\` is here a second time.`, 'Keep one.');
  if (!line && required && !entry.flawed) {
    report.add(entry.place, `The line \`${key}:\` is missing.`, `Add "- ${key}: …", indented under this item.`);
  }
  return line ?? null;
}

/** A line's text where one paragraph is all that fits. */
export function phrase(report: Report, line: EntryLine): readonly PhrasingContent[] {
  const [, second] = line.blocks;
  if (second) report.at(second, `\`${line.key}:\` is one paragraph.`, 'Say it in one, or leave this out.');
  return line.inline;
}
