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
  const shapeData = source.indexOf(SHAPE_DATA);
  if (shapeData !== -1 && LOADS_PICTURE.test(source.slice(shapeData))) {
    return { line: lineAt(source, shapeData), message: 'Images and icons are not drawn. Use a box with a word.' };
  }
  const style = source.split('\n').findIndex((line) => MORE_THAN_COLOURS.test(STYLE_STATEMENT.exec(line)?.[1] ?? ''));
  return style === -1 ? null : { line: style + 1, message: 'A style may set plain colours, nothing else.' };
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
