/** Writes plain text into Markdown (CommonMark with GitHub's tables) so that a reader sees that text and nothing else. */

/** What can begin a span, a link, a tag, an entity, a formula or a table cell anywhere in a line. */
const INLINE = /[\\`*_[\]<>&~|$]/g;
/** What makes a line a heading, a list item, a rule, an underline of a heading or a table's second row. */
const LINE_START = /^([#+\-=:]|\d{1,9}(?=[.)]))/;

/** Control characters other than tab and line break, shown as the pictures that Unicode has for them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The text as a file in UTF-8 can hold it: nothing invisible, and no half of an emoji. */
function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, (one) => String.fromCharCode(0x2400 + one.charCodeAt(0)))
    .replace(LONE_SURROGATE, '\uFFFD');
}

const escapeInline = (line: string) => line.replace(INLINE, '\\$&');

function escapeLine(line: string): string {
  const escaped = escapeInline(line.trim());
  // A digit cannot be escaped, the mark after it can.
  return escaped.replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** One line: a heading, the label of something. Line breaks become spaces. */
export function markdownLine(text: string): string {
  // Number signs at the end of a heading would close it and vanish.
  return escapeLine(printable(text).replace(/\s+/g, ' ')).replace(/ (#+)$/, ' \\$1');
}

/** The content of a table cell. */
export function markdownCell(text: string): string {
  return escapeInline(printable(text).trim())
    .replaceAll('\\|', '&#124;')
    .replace(/\s*\n\s*/g, '<br>');
}

/** Paragraphs; a single line break stays one. */
export function markdownParagraphs(text: string): string {
  return printable(text)
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map(escapeLine)
        .filter((line) => line !== '')
        .join('\\\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Every line of a block moved right, to stand inside a list item, or behind a mark, to stand in a quotation. */
export function indentBlock(block: string, by: string): string {
  return block
    .split('\n')
    .map((line) => (line === '' ? by.trimEnd() : by + line))
    .join('\n');
}

export function markdownListItem(text: string): string {
  return `- ${indentBlock(markdownParagraphs(text), '  ').trimStart()}`;
}

export function markdownQuote(text: string): string {
  return indentBlock(markdownParagraphs(text), '> ');
}

/** A fenced block whose fence is longer than any in its text. */
export function markdownFence(language: string, text: string): string {
  const body = printable(text).replace(/\n+$/, '');
  const longest = Math.max(0, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}
