interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Who is meant by the words in the field of a person.
 *
 * @param found those whose name has the words in it.
 * @param chosen who was chosen before, whose name stood in the field.
 * @returns `among`: those to choose from, when it can be several.
 */
export function choosePerson(
  words: string,
  found: readonly Named[],
  chosen: Named | null,
): { readonly person: Named | null; readonly among: readonly Named[] } {
  const typed = words.trim();
  if (typed === '') return { person: null, among: [] };
  if (chosen !== null && chosen.name.trim() === typed) return { person: chosen, among: [] };
  const same = found.filter(({ name }) => name.trim().toLowerCase() === typed.toLowerCase());
  const [only, ...others] = same.length > 0 ? same : found;
  if (only && others.length === 0) return { person: only, among: [] };
  return { person: null, among: found };
}
