import { MAX_DRAWN_CHARACTERS } from './mermaid-config';

/** A reason not to hand a source to mermaid at all. */
export interface Refusal {
  readonly line: number | null;
  readonly message: string;
}

/** Mermaid keeps the page waiting while it lays boxes out: some seconds for 600 of them. */
const MAX_STATEMENTS = 400;

/**
 * What could load something from elsewhere while mermaid is at work. The braces of `@{…}` hold YAML, whose escapes can
 * hide a word, so a backslash behind them is refused as well.
 */
const SHAPE_DATA = '@{';
const LOADS_PICTURE = /\b(?:img|icon)\b|\\/i;
const STYLE_STATEMENT = /^[ \t]*(?:style|linkStyle|classDef|cssClass)\b(.*)$/i;
const MORE_THAN_COLOURS = /url|image|import|expression|[\\@{}<]/i;

/** Mermaid cuts directives out before it reads, which would join what stands before and behind. */
const INNER_DIRECTIVE = /%%\{(?<=\S[ \t]*%%\{)/;
/**
 * The beginning of a tag, or what may become one because mermaid drops the backslash of a string and the `;` of a style:
 * its sanitiser would have to parse markup that somebody chose.
 */
const MARKUP = /<(?=[a-z/!\\;])/i;
/** What looks like a tag and is none: a break in a label, and `<<interface>>` in a class diagram. */
const NO_MARKUP = /<br ?\/?>|<<[\w-]+>>/gi;
/** These statements of a sequence make a menu, with an event handler inside the element, which the page forbids. */
const MENU = /\b(?:links?|properties|details)\b(?<=(?:[\n\r;]|\}%%|sequenceDiagram)\s*\w+)/i;

/** Why this source is not drawn, or null when it may be. What mermaid makes of it is sanitised all the same. */
export function refuseDiagram(source: string): Refusal | null {
  if (source.length > MAX_DRAWN_CHARACTERS) {
    return {
      line: null,
      message: `The text has ${source.length} characters; at most ${MAX_DRAWN_CHARACTERS} are drawn.`,
    };
  }
  if ((source.match(/[^\s;&][^\n;&]*/g) ?? []).length > MAX_STATEMENTS) {
    return { line: null, message: `More than ${MAX_STATEMENTS} lines are not drawn. Make two diagrams of it.` };
  }
  return (
    refuseAt(source, source.search(INNER_DIRECTIVE), 'Settings in %%{…}%% need a line of their own.') ??
    refuseAt(source, escapeInFrontMatterAt(source), 'Write the signs themselves here, without a backslash.') ??
    refuseAt(source, pictureAt(source), 'Images and icons are not drawn. Use a box with a word.') ??
    refuseStyle(source) ??
    refuseAt(
      source,
      source.replace(NO_MARKUP, (found) => ' '.repeat(found.length)).search(MARKUP),
      'Tags are not drawn. Write <br/> for a new line in a label, and #lt; and #gt; for < and >.',
    ) ??
    refuseAt(
      source,
      /\bsequenceDiagram\b/i.test(source) ? source.search(MENU) : -1,
      'Menus of links are not drawn. Write a note instead: Note over A: text.',
    )
  );
}

/** Front matter is YAML, whose escapes can hide a tag. */
function escapeInFrontMatterAt(source: string): number {
  const [opening = '', ...lines] = source.split(/[\n\r]/);
  if (opening.trim() !== '---') return -1;
  const end = lines.findIndex((line) => line.trimEnd() === opening.trimEnd());
  const frontMatter = [opening, ...(end === -1 ? lines : lines.slice(0, end))].join('\n');
  return frontMatter.indexOf('\\');
}

function pictureAt(source: string): number {
  const shapeData = source.indexOf(SHAPE_DATA);
  return shapeData !== -1 && LOADS_PICTURE.test(source.slice(shapeData)) ? shapeData : -1;
}

function refuseStyle(source: string): Refusal | null {
  const style = source.split('\n').findIndex((line) => MORE_THAN_COLOURS.test(STYLE_STATEMENT.exec(line)?.[1] ?? ''));
  return style === -1 ? null : { line: style + 1, message: 'A style may set plain colours, nothing else.' };
}

/** @param offset of what is refused; -1 for nothing */
function refuseAt(source: string, offset: number, message: string): Refusal | null {
  return offset === -1 ? null : { line: source.slice(0, offset).split('\n').length, message };
}
