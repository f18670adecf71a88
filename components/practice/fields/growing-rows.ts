/**
 * Rows with one empty row to write in at the end, as long as there is room. The empty one is not part of the value, so
 * that opening a form saves nothing.
 */
export function withEmptyRow<Row>(
  rows: readonly Row[],
  empty: Row,
  isEmpty: (row: Row) => boolean,
  max: number,
): Row[] {
  const last = rows.at(-1);
  const needsOne = last === undefined || !isEmpty(last);
  return needsOne && rows.length < max ? [...rows, empty] : [...rows];
}

/** Drops the empty rows at the end; empty rows in between stay where the writer left them. */
export function withoutTrailingEmpty<Row>(rows: readonly Row[], isEmpty: (row: Row) => boolean): Row[] {
  const lastWritten = rows.findLastIndex((row) => !isEmpty(row));
  return rows.slice(0, lastWritten + 1);
}

/** The row to move to when Enter is pressed in a row, inserting an empty one when the next is already written. */
export function insertAfter<Row>(rows: readonly Row[], index: number, empty: Row): Row[] {
  return [...rows.slice(0, index + 1), empty, ...rows.slice(index + 1)];
}
