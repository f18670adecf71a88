/**
 * Moves the focus to a control of a row. Rows and columns are marked by data attributes. At once when the row is there, for
 * the next key may be pressed before the next frame and must not land in the old row; else when React has drawn it.
 */
export function focusRow(container: HTMLElement | null, row: number, column: string | number): void {
  const find = () => container?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  const control = find();
  if (control) control.focus();
  else requestAnimationFrame(() => find()?.focus());
}
