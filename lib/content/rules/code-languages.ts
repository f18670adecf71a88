/** The languages that code blocks can be coloured in: what turns up in a design interview. */
export const HIGHLIGHTED_LANGUAGES = ['python', 'sql', 'json', 'yaml', 'bash', 'typescript', 'text'] as const;

export type HighlightedLanguage = (typeof HIGHLIGHTED_LANGUAGES)[number];

export function isHighlighted(language: string): language is HighlightedLanguage {
  return (HIGHLIGHTED_LANGUAGES as readonly string[]).includes(language);
}
