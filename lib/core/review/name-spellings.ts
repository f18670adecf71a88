/**
 * The spellings in which part of a name is looked for, because not every database knows that `é` is `É` in small: as it was
 * typed, small, capital, and with capitals at the beginnings of words.
 */
export function nameSpellings(words: string): string[] {
  const typed = words.trim().normalize('NFC');
  const small = typed.toLowerCase();
  const capitals = small.replace(
    /(^|[\s’'-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return [...new Set([typed, small, typed.toUpperCase(), capitals])];
}
