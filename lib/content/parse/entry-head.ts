import type { InlineCode, PhrasingContent } from 'mdast';
import { closestWord, suggest } from '../did-you-mean';
import type { Place } from '../finding';
import { placeAt } from '../source-file';
import type { Located } from './check-values';
import type { Entry } from './entries';
import { plainText } from './plain-text';
import { placeOf, type Report } from './report';

export interface Attribute {
  readonly value: string;
  readonly place: Place;
}

/** The line of an entry that has an id: ``A sentence. `its-id` weight 2, level: mid``. */
export interface EntryHead {
  readonly id: string;
  readonly place: Place;
  readonly statement: readonly PhrasingContent[];
  /** By name; a word that stands alone, such as `linchpin`, has its own name for value. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** What follows the id could not all be read, so that nothing can be said to be missing. */
  readonly flawed: boolean;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_ID_CHARACTERS = 60;

export interface HeadShape {
  /** Attributes with a value: `weight 2`, `level: mid`. */
  readonly named: readonly string[];
  /** Words that stand for themselves: `linchpin`. */
  readonly flags: readonly string[];
  readonly example: string;
}

/** Splits an entry's sentence from its id and what follows. The id is the last code span of the line. */
export function readHead(report: Report, entry: Entry, shape: HeadShape): EntryHead | null {
  const index = entry.head.findLastIndex((node) => node.type === 'inlineCode');
  const code = entry.head[index] as InlineCode | undefined;
  if (code === undefined) {
    if (entry.head.length > 0) {
      report.add(entry.place, 'This item has no id.', `End its text with one in backticks: ${shape.example}.`);
    }
    return null;
  }
  const place = placeOf(code);
  if (!ID.test(code.value) || code.value.length > MAX_ID_CHARACTERS) {
    report.add(
      place,
      `\`${code.value}\` is not an id.`,
      `An id is lowercase letters, digits and single hyphens, like \`latency-target\`, at most ${MAX_ID_CHARACTERS} long.`,
    );
  }
  report.ids.push({ id: code.value, place });
  const statement = trimEnd(entry.head.slice(0, index));
  if (plainText(statement) === '') {
    report.add(entry.place, `\`${code.value}\` has no text before it.`, 'Write the sentence, then the id.');
  }
  return { id: code.value, place, statement, ...readAttributes(report, entry.head.slice(index + 1), shape) };
}

/** Without the space that stood before the id. */
function trimEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return [...nodes];
  const value = last.value.trimEnd();
  return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value }];
}

function readAttributes(
  report: Report,
  nodes: readonly PhrasingContent[],
  shape: HeadShape,
): Pick<EntryHead, 'attributes' | 'flawed'> {
  let flawed = false;
  const attributes = new Map<string, Attribute>();
  const known = [...shape.named, ...shape.flags];
  const [first, ...others] = nodes;
  if (first === undefined) return { attributes, flawed };
  const odd = first.type === 'text' ? others[0] : first;
  if (odd) {
    report.at(odd, 'After the id only plain words may follow.', `Write it like this: ${shape.example}.`);
    return { attributes, flawed: true };
  }
  const start = first.position?.start.offset ?? 0;
  // Read from the source and not from the node, so that columns are right.
  const source = report.file.text.slice(start, first.position?.end.offset ?? start);
  let offset = start;
  for (const piece of source.split(',')) {
    const place = placeAt(report.file.text, offset + piece.length - piece.trimStart().length);
    offset += piece.length + 1;
    const word = piece.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
    if (word === '') {
      if (source.trim() !== '') report.add(place, 'There is a comma too many here.', 'Remove it.');
      continue;
    }
    const [, written = word, value = ''] = /^([a-z-]+)(?:\s*:\s*|\s+)(.*)$/.exec(word) ?? [];
    const name = known.includes(written) ? written : closestWord(written, known);
    if (name !== written) {
      report.add(
        place,
        `\`${word}\` is not known after an id here.`,
        known.length === 0 ? 'Nothing may follow the id; move it before the id or remove it.' : suggest(written, known),
      );
    }
    if (name === null) {
      flawed = true;
    } else if (attributes.has(name)) {
      report.add(place, `\`${name}\` is here twice.`, 'Keep one.');
    } else if (shape.flags.includes(name) ? value !== '' : value === '') {
      report.add(place, `\`${word}\` is not complete, or too much.`, `Write it like this: ${shape.example}.`);
      flawed = true;
    } else {
      attributes.set(name, { value: value === '' ? name : value, place });
    }
  }
  return { attributes, flawed };
}

/** Where an attribute is written, or would be; null when nothing can be said about one that is absent. */
export function locateAttribute({ attributes, flawed, place }: EntryHead, name: string): Located | null {
  const attribute = attributes.get(name);
  return attribute === undefined && flawed ? null : { place: attribute?.place ?? place, label: `\`${name}\`` };
}
