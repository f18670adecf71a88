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
  (text) => `${bare(text)}, which strikes me as a waste of effort.`,
  (text) => `${bare(text)} (overkill).`,
  (text) => `This can wait: ${lowered(text)}`,
  (text) => `I advise against the following: ${lowered(text)}`,
  (text) => `We did without the view that ${lowered(text)}`,
  (text) => `I prefer to keep it simple over the idea that ${lowered(text)}`,
];

/** By what stands around it: markup, a heading, the sentence beside it. */
const BESIDE: readonly ((text: string) => string)[] = [
  (text) => `🚫 ${text}`,
  (text) => `<del>${text}</del>`,
  (text) => `${text} That would be a mistake.`,
  (text) => `I would leave these aside:\n\n- ${text}`,
  (text) => `## Out of scope\n\n${text}`,
];

/** Said without being claimed: as somebody else's opinion or work, as a guess, as a question that is none. */
const UNCLAIMED: readonly ((text: string) => string)[] = [
  (text) => `Many people believe that ${lowered(text)}`,
  (text) => `Who in the world would write "${bare(text)}"?`,
  (text) => `I am not sure whether ${lowered(text)}`,
  (text) => `Perhaps ${lowered(bare(text))}, hard to say.`,
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
  return [...[...AROUND, ...BESIDE, ...UNCLAIMED].map((around) => around(text)), ...inside];
}
