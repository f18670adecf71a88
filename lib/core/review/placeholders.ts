/** What a saved reply may name, in braces: `{name}`, `{case}`, `{step}`, `{quote}`. */
export const PLACEHOLDERS = ['name', 'case', 'step', 'quote'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

/** A quote in the middle of a sentence is there to be recognised, not to be read whole. */
const MAX_QUOTE_CHARACTERS = 160;

/** A text on one line, cut between two characters (never inside of one) with an ellipsis when it is long. */
function asShortQuote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...new Intl.Segmenter('en').segment(line)].map(({ segment }) => segment);
  if (characters.length <= MAX_QUOTE_CHARACTERS) return line;
  return `${characters.slice(0, MAX_QUOTE_CHARACTERS).join('').trimEnd()}…`;
}

/**
 * Puts the values in place of the names in braces. Only names that there are, and only once: a value that itself holds braces stays
 * as it is. Anything else in braces stays as it was typed.
 */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(/\{(name|case|step|quote)\}/g, (_, name: Placeholder) =>
    name === 'quote' ? asShortQuote(values.quote) : values[name],
  );
}

/** Names in braces that would stay as they are, say because they are misspelt. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(/\{([a-z]+)\}/gi)].map((match) => match[1] ?? '');
  return [...new Set(names.filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name)))];
}
