'use client';

import type { DeskPart } from './desk-context';
import type { DeskSection, ItemId } from './desk-items';
import type { DeskPlace } from './use-desk-place';

/** The items of the desk in their order, those of hidden steps too. */
function itemsOnPage(): { item: ItemId; section: string }[] {
  return [...document.querySelectorAll<HTMLElement>('[data-item]')].map((element) => ({
    item: element.dataset.item as ItemId,
    section: element.closest<HTMLElement>('[data-step]')?.dataset.step ?? '',
  }));
}

/** How the keyboard gets from one thing on the desk to the next, and from one part to another. */
export function useDeskMoves({
  place,
  sections,
  withEarlier,
}: {
  place: DeskPlace;
  sections: readonly DeskSection[];
  withEarlier: boolean;
}) {
  function moveItem(direction: 1 | -1) {
    const items = itemsOnPage();
    const at = items.findIndex(({ item }) => item === place.current);
    const here = items.findIndex(({ section }) => section === place.section);
    const isHere = at >= 0 && items[at]?.section === place.section;
    // From where the reader is, not from where they were some steps ago.
    const next = isHere ? items[at + direction] : items[here];
    if (next) place.goTo(next.item);
  }

  function moveSection(direction: 1 | -1) {
    const next = sections[sections.indexOf(place.section) + direction];
    if (next === undefined) return;
    const first = itemsOnPage().find(({ section }) => section === next);
    if (first) place.goTo(first.item);
    else place.setSection(next);
    requestAnimationFrame(() => document.getElementById(next)?.scrollIntoView());
  }

  return {
    move: (direction: 1 | -1, by: 'item' | 'section') => (by === 'item' ? moveItem(direction) : moveSection(direction)),
    showPart(part: DeskPart) {
      if (part === 'earlier' && !withEarlier) return;
      // The same key again goes back.
      place.setPart(place.part === part ? 'rubric' : part);
    },
    chooseVerdict: (index: number) => document.querySelector<HTMLElement>(`[data-verdict-choice="${index}"]`)?.click(),
  };
}
