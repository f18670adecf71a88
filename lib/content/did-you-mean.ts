/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

const simplify = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '-');

/** The known word that was probably meant, or null when none is near. */
export function closestWord(word: string, known: readonly string[]): string | null {
  const wanted = simplify(word.slice(0, 80));
  if (wanted === '') return null;
  let best: { word: string; distance: number } | null = null;
  for (const candidate of known) {
    const simple = simplify(candidate);
    const distance = simple.startsWith(wanted) && wanted.length >= 3 ? 1 : editDistance(wanted, simple);
    if (best === null || distance < best.distance) best = { word: candidate, distance };
  }
  return best !== null && best.distance <= Math.max(2, Math.floor(wanted.length / 3)) && best.distance < wanted.length
    ? best.word
    : null;
}

/** The words as a sentence reads them: `mid, senior or staff`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** "Did you mean X?" when there is a near word, else the whole choice. */
export function suggest(word: string, known: readonly string[]): string {
  const near = closestWord(word, known);
  return near === null ? `Write ${oneOf(known)}.` : `Did you mean ${near}?`;
}
