import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import {
  markdownFence,
  markdownLine,
  markdownListItem,
  markdownParagraphs,
  markdownQuote,
  markdownTable,
} from './markdown-text';

const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).use(remarkMath).parse(markdown);

const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])];
const kinds = (markdown: string) => new Set(all(parse(markdown)).map((node) => node.type));
const words = (markdown: string) =>
  all(parse(markdown))
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('')
    .replace(/\s/g, '');

/** What the writer makes visible is expected as such. */
const expected = (text: string) =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is tested.
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F]/g, (one) => String.fromCharCode(0x2400 + one.charCodeAt(0)))
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s/g, '');

const pieces = fc.oneof(
  fc.constantFrom(
    ...'\\`*_[](){}<>&~|$#+-=:.!@^"\'/%;',
    ...['\n', '\n\n', '\r\n', ' ', '    ', '\t', '1.', '2)', '---', '===', '```', '~~~', '$$', '| - |', ':--'],
    ...[
      '<script>alert(1)</script>',
      '<!-- ',
      '![x](y)',
      '[a](javascript:b)',
      '[^1]',
      '[^1]: note',
      '[x]: /y',
      '- [ ] ',
    ],
    ...['&amp;', '&#60;', '%%{init: {}}%%', '> ', '# ', '**b**', '~~s~~', '```mermaid\n', '\0', '\uD83D', '😀', 'שלום'],
  ),
  fc.string({ maxLength: 6 }),
);
const hostile = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));

const PLAIN = ['root', 'paragraph', 'text', 'break'];
// An address written out becomes a link to itself in GitHub's dialect. No escape prevents that, and it shows where it leads.
const withLinks = (kindsFound: Set<string>) => [...kindsFound].filter((kind) => kind !== 'link').sort();

describe('text in Markdown', () => {
  it.each([
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['a\nb\n\n\nc', 'a\\\nb\n\nc'],
    ['<b>&copy;', '\\<b\\>\\&copy;'],
    ['  indented', 'indented'],
  ])('writes %j as %j', (text, markdown) => {
    expect(markdownParagraphs(text)).toBe(markdown);
  });

  it('keeps number signs at the end of a heading', () => {
    expect(markdownLine('C #')).toBe('C \\#');
    expect(words(`## ${markdownLine('- [ ] ##')}`)).toBe('-[]##');
  });

  it('stays the text it was, in paragraphs', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = markdownParagraphs(text);
        expect(PLAIN).toEqual(expect.arrayContaining(withLinks(kinds(markdown))));
        expect(words(markdown)).toBe(expected(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('stays the text it was, as a heading, a list item and a quotation', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(expected(text) !== '');
        for (const [markdown, frame] of [
          [`## ${markdownLine(text)}`, ['heading']],
          [markdownListItem(text), ['list', 'listItem']],
          [markdownQuote(text), ['blockquote']],
        ] as const) {
          expect([...PLAIN, ...frame]).toEqual(expect.arrayContaining(withLinks(kinds(markdown))));
          expect(words(markdown)).toBe(expected(text));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stays in its cell of a table', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const rows = all(parse(markdownTable(['A', 'B'], [[one, two]]))).filter((node) => node.type === 'tableRow');
        expect(rows).toHaveLength(2);
        const cells = rows[1]?.children ?? [];
        const text = (cell: Nodes) => all(cell).map((node) => (node.type === 'text' ? node.value : ''));
        expect(cells.map((cell) => text(cell).join('').replace(/\s/g, ''))).toEqual([one, two].map(expected));
        const html = all(parse(markdownTable(['A', 'B'], [[one, two]]))).filter((node) => node.type === 'html');
        expect(html.every((node) => node.value === '<br>')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a diagram in its fence, whatever fences are inside', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [code, ...rest] = parse(markdownFence('mermaid', text)).children;
        expect(rest).toEqual([]);
        expect(code).toMatchObject({ type: 'code', lang: 'mermaid' });
        expect((code as { value: string }).value.replace(/\s/g, '')).toBe(expected(text));
      }),
    );
  });
});
