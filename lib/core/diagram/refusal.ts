import { MAX_DRAWN_CHARACTERS } from './mermaid-config';

/** A reason not to hand a source to mermaid at all. */
export interface Refusal {
  readonly line: number | null;
  readonly message: string;
}

/** Mermaid keeps the page waiting while it lays boxes out: some seconds for 600 of them. */
const MAX_STATEMENTS = 400;

/** Sources from anyone are drawn in the page; these parts could load something from elsewhere while mermaid is at work. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  // The braces hold YAML, whose escapes can hide a word, so a backslash is refused as well.
  [/@\{[\s\S]*?(?:\b(?:img|icon)\b|\\)/i, 'Images and icons are not drawn. Use a box with a word.'],
  [
    /^[ \t]*(?:style|linkStyle|classDef|cssClass)\b.*(?:url|image|import|expression|[\\@{}<])/im,
    'A style may set plain colours, nothing else.',
  ],
];

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
  for (const [pattern, message] of REFUSED) {
    const match = pattern.exec(source);
    if (match !== null) return { line: source.slice(0, match.index).split('\n').length, message };
  }
  return null;
}
