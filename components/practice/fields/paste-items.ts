import { withoutTrailingEmpty } from './growing-rows';

/** What a paste changes: the text of the item around what was selected, and the lines that come in between. */
export interface PastedLines {
  readonly before: string;
  readonly lines: readonly string[];
  readonly after: string;
}

/** The lines of a pasted text, for an item; null when there are not several, and the browser can paste by itself. */
export function pastedLines(item: HTMLTextAreaElement, clipboard: Pick<DataTransfer, 'getData'>): PastedLines | null {
  const lines = clipboard
    .getData('text/plain')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2) return null;
  return { before: item.value.slice(0, item.selectionStart), lines, after: item.value.slice(item.selectionEnd) };
}

/**
 * Makes an item of each pasted line, in the place of the item at `index`. Lines beyond `max` items stay together in the last
 * item that the paste fills: nothing is cut off.
 *
 * @returns the rows, the place of the last item filled, and how many lines share it.
 */
export function pasteItems<Row>(
  rows: readonly Row[],
  index: number,
  { before, lines, after }: PastedLines,
  max: number,
  isEmpty: (row: Row) => boolean,
  make: (text: string, row: Row | undefined) => Row,
): { readonly rows: Row[]; readonly last: number; readonly together: number } {
  const head = rows.slice(0, index);
  const tail = withoutTrailingEmpty(rows.slice(index + 1), isEmpty);
  const room = Math.max(1, max - head.length - tail.length);
  const texts = lines.slice(0, room - 1);
  const shared = lines.slice(room - 1);
  if (shared.length > 0) texts.push(shared.join('\n'));
  const made = texts.map((text, place) =>
    make(
      `${place === 0 ? before : ''}${text}${place === texts.length - 1 ? after : ''}`,
      place === 0 ? rows[index] : undefined,
    ),
  );
  return { rows: [...head, ...made, ...tail], last: index + made.length - 1, together: Math.max(1, shared.length) };
}

/** What a paste did, for the line beside the list. */
export function pastedText(lines: number, items: number, together: number, max: number): string {
  if (together === 1) return `${lines} lines are pasted as ${items} items.`;
  return `${max} items is the limit: the last ${together} of the ${lines} lines are in one item.`;
}
