import { MAX_DRAWN_EDGES } from './mermaid-config';

export interface ExplainedError {
  /** Line of the source, from 1; null when mermaid does not say. */
  readonly line: number | null;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to look for, as a sentence. */
  readonly fix: string;
}

/**
 * Mermaid's message as one that a person can act on.
 *
 * @param line mermaid's own idea of the line, for errors whose message has none
 */
export function explainSyntaxError(error: string, line: number | null, source: string): ExplainedError {
  if (/edge limit exceeded/i.test(error)) {
    return {
      line: null,
      message: `Diagrams with ${MAX_DRAWN_EDGES} arrows and more are not drawn.`,
      fix: 'Make two diagrams of it.',
    };
  }
  const said = /on line (\d+)/i.exec(error)?.[1];
  const cleaned = said === undefined ? line : Number(said);
  const got = /got '([^']+)'/i.exec(error)?.[1];
  const first = error.split('\n').find((part) => part.trim() !== '') ?? error;
  return {
    line: cleaned === null ? null : originalLine(source, cleaned),
    message:
      got === undefined
        ? `Mermaid cannot draw this: ${first.trim().slice(0, 160).replace(/[.:]$/, '')}.`
        : `Mermaid cannot read this: ${unexpected(got, error)} is not expected here.`,
    fix: 'Look for a missing bracket or quotation mark, or a word that mermaid keeps for itself; put labels in quotes.',
  };
}

/** Mermaid takes comment lines out before it reads, so its line numbers do not count them. */
function originalLine(source: string, cleanedLine: number): number {
  const lines = source.split('\n');
  let counted = 0;
  for (const [index, text] of lines.entries()) {
    if (/^\s*%%(?!\{)/.test(text)) continue;
    counted += 1;
    if (counted === cleanedLine) return index + 1;
  }
  return lines.length;
}

/** What has no characters of its own to name, or would be read wrongly by them. */
const ENDS: ReadonlyMap<string, string> = new Map([
  ['NEWLINE', 'the end of the line'],
  ['NL', 'the end of the line'],
  ['EOF', 'the end of the diagram'],
  ['1', 'the end of the diagram'],
  ['STR', 'text in quotes'],
  ['MD_STR', 'text in quotes'],
]);

/** What the parser's names stand for, for messages that show no text. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['PS', 'an opening bracket'],
  ['PE', 'a closing bracket'],
  ['SQS', 'an opening square bracket'],
  ['SQE', 'a closing square bracket'],
  ['SUBROUTINESTART', '"[["'],
  ['SUBROUTINEEND', '"]]"'],
  ['STADIUMSTART', '"(["'],
  ['STADIUMEND', '"])"'],
  ['CYLINDERSTART', '"[("'],
  ['CYLINDEREND', '")]"'],
  ['DOUBLECIRCLESTART', '"((("'],
  ['DOUBLECIRCLEEND', '")))"'],
  ['DIAMOND_START', 'an opening brace'],
  ['DIAMOND_STOP', 'a closing brace'],
  ['PIPE', '"|"'],
  ['COLON', '":"'],
  ['LINK', 'an arrow'],
]);

/** A word, or a run of other signs: what one would call by its characters. */
const WORD_OR_SIGNS = /^(?:[\p{L}\p{N}_]{1,30}|[^\p{L}\p{N}\s"]{1,12})/u;

/**
 * The characters that the message points at: the parser prints the text and, on the line below, dashes up to a caret under
 * the first character that it did not expect.
 */
function charactersAt(error: string): string | null {
  const lines = error.split('\n');
  const caret = lines.findIndex((text) => /^-+\^$/.test(text));
  const shown = lines[caret - 1]?.slice((lines[caret]?.length ?? 0) - 1);
  return shown === undefined ? null : (WORD_OR_SIGNS.exec(shown)?.[0] ?? null);
}

/** Names what mermaid did not expect as it stands in the source; `token` is the parser's own name for it. */
function unexpected(token: string, error: string): string {
  const end = ENDS.get(token);
  if (end !== undefined) return end;
  const characters = charactersAt(error);
  if (characters !== null) return `"${characters}"`;
  const isInternal = /^[A-Z][A-Z0-9_]+$/.test(token);
  return SIGNS.get(token) ?? (isInternal ? 'what stands here' : `"${token}"`);
}
