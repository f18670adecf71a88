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
        : `Mermaid cannot read this: ${wordFor(got)} is not expected here.`,
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

const WORDS: ReadonlyMap<string, string> = new Map([
  ['NEWLINE', 'the end of the line'],
  ['NL', 'the end of the line'],
  ['EOF', 'the end of the diagram'],
  ['1', 'the end of the diagram'],
  ['STR', 'text in quotes'],
  ['PS', 'an opening bracket'],
  ['PE', 'a closing bracket'],
  ['SQS', 'an opening square bracket'],
  ['SQE', 'a closing square bracket'],
  ['DIAMOND_START', 'an opening brace'],
  ['DIAMOND_STOP', 'a closing brace'],
  ['NODE_STRING', 'this word'],
  ['LINK', 'an arrow'],
  ['end', 'the word end'],
]);

function wordFor(token: string): string {
  return WORDS.get(token) ?? `"${token}"`;
}
