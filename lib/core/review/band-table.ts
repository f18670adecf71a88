import type { Band, Dimension } from './dimensions';
import type { Bands } from './self-marks';

/** What was given to one dimension: by the candidate, and by each coach in their order. Null where nobody said anything. */
export interface BandRow {
  readonly dimension: Dimension;
  readonly own: Band | null;
  readonly coaches: readonly (Band | null)[];
  /** Own minus each coach's; null where one of the two is missing. */
  readonly gaps: readonly (number | null)[];
}

/** The bands of an attempt side by side, in the order of the dimensions. */
export function bandTable(dimensions: readonly Dimension[], own: Bands, coaches: readonly Bands[]): BandRow[] {
  return dimensions.map((dimension) => {
    const mine = own[dimension.id] ?? null;
    const theirs = coaches.map((bands) => bands[dimension.id] ?? null);
    return {
      dimension,
      own: mine,
      coaches: theirs,
      gaps: theirs.map((band) => (mine === null || band === null ? null : mine - band)),
    };
  });
}

/**
 * The same without the reviews that gave no band at all, as one from a packet may: there is nothing of them to draw.
 *
 * @param names of the coaches, in the order of the table.
 * @returns `without`: the names of those left out.
 */
export function onlyBanded(
  rows: readonly BandRow[],
  names: readonly string[],
): { readonly rows: readonly BandRow[]; readonly names: readonly string[]; readonly without: readonly string[] } {
  const isBanded = names.map((_, index) => rows.some(({ coaches }) => (coaches[index] ?? null) !== null));
  const banded = <Value>(values: readonly Value[]) => values.filter((_, index) => isBanded[index]);
  return {
    rows: rows.map((row) => ({ ...row, coaches: banded(row.coaches), gaps: banded(row.gaps) })),
    names: banded(names),
    without: names.filter((_, index) => !isBanded[index]),
  };
}

/** A gap as a figure: `+1` where the candidate gave themselves more than the coach, `−2` where less, `0`. */
export function signedGap(gap: number): string {
  return gap > 0 ? `+${gap}` : gap < 0 ? `−${-gap}` : '0';
}

/** A gap in words, of what `you` gave against somebody else. */
export function gapWords(gap: number): string {
  if (gap === 0) return 'the same';
  return `you ${Math.abs(gap)} ${gap > 0 ? 'higher' : 'lower'}`;
}

/** How many dimensions are equal, higher and lower than one coach's: `3 of 9 the same, 6 higher`. */
export function gapSummary(gaps: readonly (number | null)[]): string | null {
  const known = gaps.filter((gap) => gap !== null);
  if (known.length === 0) return null;
  const count = (holds: (gap: number) => boolean) => known.filter(holds).length;
  const parts = [
    [count((gap) => gap === 0), 'the same'],
    [count((gap) => gap > 0), 'higher'],
    [count((gap) => gap < 0), 'lower'],
  ] as const;
  const said = parts.filter(([number]) => number > 0);
  return said
    .map(([number, word], index) => (index === 0 ? `${number} of ${known.length} ${word}` : `${number} ${word}`))
    .join(', ');
}
