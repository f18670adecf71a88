const lowered = (text: string) =>
  /^[A-Z][a-z]/.test(text) && !/^I\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
const bare = (text: string) => text.replace(/[.!?]+$/, '');

/** Around a whole statement. */
const AROUND: readonly ((text: string) => string)[] = [
  (text) => `It is not true that ${lowered(text)}`,
  (text) => `I would not say that ${lowered(text)}`,
  (text) => `I don't think that ${lowered(text)}`,
  (text) => `There is no need for this: ${lowered(text)}`,
  (text) => `It would be wrong to say that ${lowered(text)}`,
  (text) => `Nobody should claim that ${lowered(text)}`,
  (text) => `I reject the idea that ${lowered(text)}`,
  (text) => `${bare(text)} is wrong.`,
];

/** Inside it: the first verb that can be denied. */
const INSIDE: readonly [RegExp, string][] = [
  [/\b(is|are|was|were|has to|can|may|must|should|would|will)\b/, '$1 not'],
  [/\bI (am|have)\b/, 'I $1 not'],
  [/\b(I|We|we|they) (?=[a-z])/, '$1 do not '],
  [/\b(I|We|we|they) (?=[a-z])/, '$1 never '],
];

/** Ways to deny a statement, as somebody might who has understood none of it. */
export function negationsOf(text: string): string[] {
  const inside = INSIDE.flatMap(([pattern, denial]) => (pattern.test(text) ? [text.replace(pattern, denial)] : []));
  return [...AROUND.map((around) => around(text)), ...inside];
}
