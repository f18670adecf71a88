import { type ItemId, itemElementId } from '@/components/review/desk-items';

function bringIntoView(target: HTMLElement | null | undefined): void {
  if (!target) return;
  const fold = target.closest('details');
  if (fold) fold.open = true;
  target.focus({ preventScroll: true });
  const { top, bottom } = target.getBoundingClientRect();
  if (top < 80 || bottom > window.innerHeight - 120) target.scrollIntoView({ block: 'center' });
}

/** Brings an item of a page on which all items can be seen into view and focus. */
export function goToItem(item: ItemId): void {
  // After a dialog that closes at the same moment has given the focus back.
  setTimeout(() => bringIntoView(document.getElementById(itemElementId(item))));
}

/** To the words of the answer that a mark points at. */
export function showWordsOf(markId: string): void {
  bringIntoView(document.querySelector<HTMLElement>(`[data-sign="${CSS.escape(markId)}"]`));
}

/** The item after or before one, in the order of the page; the first when there is none. */
export function goToNextItem(from: ItemId | null, direction: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  const at = items.findIndex((element) => element.dataset.item === from);
  bringIntoView(at === -1 ? items[0] : items[at + direction]);
}
