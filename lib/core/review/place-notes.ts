/** A note that wants to stand at a height, in pixels from the top of its column. */
export interface WantedNote {
  readonly top: number;
  readonly height: number;
}

/**
 * Places the notes of a margin: each at the height it wants, or just below the one before it. One of them may insist (the one that
 * is read or written): then those above it give way upwards, as far as the top allows.
 *
 * @param notes in the order in which they stand.
 * @param gap between two notes, in pixels.
 * @param insists index of the note that keeps its height; -1 for none.
 * @returns the top of each.
 */
export function placeNotes(notes: readonly WantedNote[], gap: number, insists = -1): number[] {
  const tops: number[] = [];
  let next = 0;
  for (const { top, height } of notes) {
    const placed = Math.max(top, next);
    tops.push(placed);
    next = placed + height + gap;
  }
  const own = notes[insists];
  const pushedTo = tops[insists];
  if (!own || pushedTo === undefined || pushedTo <= own.top) return tops;
  // Room above it: pull it and what stands above to where it wants to be, never above the column.
  let limit = own.top;
  for (let index = insists; index >= 0; index -= 1) {
    const top = tops[index] ?? 0;
    tops[index] = Math.min(top, limit);
    limit = (tops[index] ?? 0) - gap - (notes[index - 1]?.height ?? 0);
  }
  const overflow = -Math.min(0, tops[0] ?? 0);
  if (overflow > 0) for (let index = 0; index <= insists; index += 1) tops[index] = (tops[index] ?? 0) + overflow;
  let below = 0;
  for (let index = 0; index < notes.length; index += 1) {
    const wanted = index <= insists ? (tops[index] ?? 0) : (notes[index]?.top ?? 0);
    tops[index] = Math.max(wanted, below);
    below = (tops[index] ?? 0) + (notes[index]?.height ?? 0) + gap;
  }
  return tops;
}
