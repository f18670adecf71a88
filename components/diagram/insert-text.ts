/**
 * Puts text into a box as if it were typed, so that the browser's undo takes it back, and leaves the caret behind
 * it. The box's input event tells React.
 */
export function insertText(area: HTMLTextAreaElement | HTMLInputElement, at: number, text: string): void {
  area.focus();
  area.setSelectionRange(at, at);
  // Deprecated, and the only way that keeps the undo history; every browser has it.
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, at, at, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

/** Selects a line, counted from 1, and scrolls to it. */
export function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight) || 20;
  area.scrollTop = Math.max(0, (line - 3) * lineHeight);
}
