/** A marked range of a passage. `id` says what marks it. */
export interface MarkedRange {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A run of text with everything that marks it. */
export interface HighlightedRun {
  readonly text: string;
  readonly ids: readonly string[];
}

/**
 * Cuts a stretch of a passage where marks begin and end, so that overlapping marks each keep their whole length. The
 * runs joined are the stretch; ranges are offsets into the passage, `start` is where the stretch begins in it.
 */
export function highlightRuns(text: string, start: number, ranges: readonly MarkedRange[]): HighlightedRun[] {
  const inside = (offset: number) => Math.max(0, Math.min(text.length, offset - start));
  const local = ranges.map(({ id, ...range }) => ({ id, start: inside(range.start), end: inside(range.end) }));
  const cuts = [...new Set([0, text.length, ...local.flatMap((range) => [range.start, range.end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, index) => {
    const from = cuts[index] ?? 0;
    return {
      text: text.slice(from, end),
      ids: local.filter((range) => range.start <= from && range.end >= end).map((range) => range.id),
    };
  });
}
