import type { Root, Yaml } from 'mdast';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { FrontMatter } from '@/lib/core/case-study';
import { suggest } from '../did-you-mean';
import type { Place } from '../finding';
import { checkValues } from './check-values';
import type { Report } from './report';
import { levelValue, line, wholeNumber } from './value-schemas';

const word = line(40, 'Write a word or two.');
const words = (fix: string) =>
  z.array(word, { error: fix }).min(1, { error: fix }).max(12, { error: 'Keep at most 12.' });

/** A number that stands by itself, its unit beside it or not: "30 ms", "100", "2M". Not "3D". */
const QUANTITY = /(?:^|[^\p{L}\d-])\d[\d.,]*\s?(?:[kmbt]|ms|s|%|[kmgtp]i?b)?(?![\p{L}\d-])/iu;

export const frontMatterSchema: z.ZodType<FrontMatter> = z.strictObject({
  title: line(60, 'Write the name of the case: "title: Visual search".'),
  summary: line(200, 'Say in one sentence what is to be designed.').refine((text) => !QUANTITY.test(text), {
    error: 'Everybody reads it before they practise: leave quantities to the facts, which candidates ask for.',
  }),
  difficulty: levelValue,
  domains: words('Name at least one field, in brackets: "domains: [retrieval, computer vision]".'),
  minutes: wholeNumber(10, 90),
  levels: z
    .array(levelValue, { error: 'List the levels in brackets: "levels: [mid, senior, staff]".' })
    .min(1, { error: 'Name at least one level.' })
    .refine((levels) => new Set(levels).size === levels.length, { error: 'Name each level once.' }),
  tags: words('Name at least one subject, in brackets: "tags: [embeddings]".'),
  references: z
    .array(
      z.strictObject(
        {
          title: line(200, 'Write the title of the work.'),
          organisation: line(100, 'Write who published it.'),
          year: wholeNumber(1950, 2100),
        },
        { error: 'A reference has a title, an organisation and a year.' },
      ),
      { error: 'List the references, each as "- title: …" with its organisation and year below.' },
    )
    .min(1, { error: 'Name at least one work that a reader can find.' }),
});

/** The page of the framework has less to say about itself. */
export const pageFrontMatterSchema = z.strictObject({
  title: line(60, 'Write the name of the page.').optional(),
  summary: line(240, 'Say in one sentence what the page is for.'),
});

const DETAILS: Readonly<Record<string, readonly string[]>> = {
  references: ['title', 'organisation', 'year'],
};

/**
 * Reads and checks the YAML between the `---` lines at the top of a file.
 *
 * @returns null when there were findings.
 */
export function readFrontMatter<T>(
  report: Report,
  tree: Root,
  schema: z.ZodType<T>,
  keys: readonly string[],
): T | null {
  const [first] = tree.children;
  if (first?.type !== 'yaml') {
    report.add(
      { line: 1, column: 1 },
      'The file does not begin with its data.',
      `Line 1 must be "---", then ${keys.join(', ')}, then "---" again.`,
    );
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(first.value, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const place = (offset: number): Place => {
    const { line: row, col } = lines.linePos(offset);
    return { line: row + yamlStartLine(first), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    for (const error of document.errors) report.add(place(error.pos[0]), ...yamlSlip(error.code, error.message));
    return null;
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    report.add(place(0), 'The data at the top of the file uses an alias.', 'Write the value out instead of "*name".');
    return null;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    report.add(
      place(0),
      'The data at the top of the file is not a list of "name: value" lines.',
      `Write ${keys.join(', ')}.`,
    );
    return null;
  }
  if (!knowsItsKeys(report, document, value, keys, place)) return null;
  return checkValues(report, schema, value, (path) => ({
    place: place(offsetOf(document, path)),
    label: labelOf(path),
  }));
}

/** The line of the opening `---`. */
const yamlStartLine = (node: Yaml) => node.position?.start.line ?? 1;

function knowsItsKeys(
  report: Report,
  document: Document,
  value: object,
  keys: readonly string[],
  place: (offset: number) => Place,
): boolean {
  let known = true;
  const check = (holder: object, path: readonly PropertyKey[], names: readonly string[]) => {
    for (const key of Object.keys(holder)) {
      if (names.includes(key)) continue;
      known = false;
      report.add(place(keyOffset(document, path, key)), `\`${key}:\` is not known here.`, suggest(key, names));
    }
  };
  check(value, [], keys);
  for (const [key, details] of Object.entries(DETAILS)) {
    const list = (value as Record<string, unknown>)[key];
    if (!Array.isArray(list)) continue;
    list.forEach((item, index) => {
      if (item !== null && typeof item === 'object') check(item, [key, index], details);
    });
  }
  return known;
}

/** Where the value at a path begins, or the nearest thing around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Where a name stands, rather than its value. */
function keyOffset(document: Document, path: readonly PropertyKey[], name: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const key = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === name)?.key : null;
  return isScalar(key) && key.range ? key.range[0] : offsetOf(document, [...path, name]);
}

function labelOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string').map(String);
  return names.length === 0 ? 'The data' : `\`${names.at(-1)}\``;
}

/** What is wrong and what would be right, from what YAML's parser says. */
function yamlSlip(code: string, message: string): [string, string] {
  if (code === 'MISSING_CHAR' || /must be sufficiently indented and end with/.test(message)) {
    return ['A quote or a bracket before this is not closed.', 'Close it on the line on which it opens.'];
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return ['A line is indented with a tab.', 'Use spaces.'];
    case 'DUPLICATE_KEY':
      return ['A name is here twice.', 'Keep one.'];
    case 'BAD_INDENT':
      return ['A line is indented too little or too much.', 'Give all lines of one list the same number of spaces.'];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return ['A value holds a colon, or a line has no colon.', QUOTE_IT];
    default:
      return [
        `The data at the top of the file is not valid YAML: ${message.replace(/\s+/g, ' ').replace(/\.?$/, '.')}`,
        QUOTE_IT,
      ];
  }
}

const QUOTE_IT = 'Put a value that holds a colon, a hash or a quote into double quotes: title: "Search: a case".';

/** The names that a case's data may have. */
export const FRONT_MATTER_KEYS = [
  'title',
  'summary',
  'difficulty',
  'domains',
  'minutes',
  'levels',
  'tags',
  'references',
] as const satisfies readonly (keyof FrontMatter)[];

export const PAGE_FRONT_MATTER_KEYS = ['title', 'summary'] as const;
