import type { NotDrawn } from './drawing/page';

/** Mermaid's message as one that an author can act on, with the line of the source, from 1. */
export function explainError(
  { error, line }: NotDrawn,
  source: string,
): { line: number; message: string; fix: string } {
  const said = /on line (\d+)/i.exec(error)?.[1];
  const cleaned = said === undefined ? line : Number(said);
  const got = /got '([^']+)'/i.exec(error)?.[1];
  const detail =
    got === undefined ? (error.split('\n').find((part) => part.trim() !== '') ?? error).slice(0, 160) : null;
  return {
    line: cleaned === null ? 1 : originalLine(source, cleaned),
    message:
      detail === null
        ? `Mermaid cannot read this: ${wordFor(got ?? '')} is not expected here.`
        : `Mermaid cannot draw this: ${detail}`,
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
  return Math.min(Math.max(cleanedLine, 1), lines.length);
}

const WORDS: Readonly<Record<string, string>> = {
  NEWLINE: 'the end of the line',
  EOF: 'the end of the diagram',
  STR: 'text in quotes',
  PS: 'an opening bracket',
  PE: 'a closing bracket',
  SQS: 'an opening square bracket',
  SQE: 'a closing square bracket',
  DIAMOND_START: 'an opening brace',
  DIAMOND_STOP: 'a closing brace',
  NODE_STRING: 'this word',
  end: 'the word end',
};

function wordFor(token: string): string {
  return WORDS[token] ?? `"${token}"`;
}
