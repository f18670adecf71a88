/** Moves the focus to a control of a row once React has drawn it. Rows and columns are marked by data attributes. */
export function focusRow(container: HTMLElement | null, row: number, column: string | number): void {
  requestAnimationFrame(() => {
    container?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();
  });
}
