import type { AnswerSlot } from '@/lib/core/attempt';
import type { Passage } from '@/lib/core/passages';
import type { Quote } from '@/lib/core/quote';
import { quoteBetween } from '@/lib/core/quote-span';

/** The passages of every slot of an attempt: what offsets refer to. */
export type PassagesBySlot = Readonly<Partial<Record<AnswerSlot, readonly Passage[]>>>;

/** What an element that shows an excerpt carries, so that a selection in it can be placed. */
export function excerptAttributes(excerpt: { slot: AnswerSlot; path: string; start: number }) {
  return { 'data-slot': excerpt.slot, 'data-path': excerpt.path, 'data-start': excerpt.start };
}

/** How many characters of the element's text stand before a place in it. */
function charactersBefore(element: Element, node: Node, offset: number): number {
  const range = element.ownerDocument.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

interface SelectedStretch {
  readonly slot: AnswerSlot;
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

function stretchIn(element: HTMLElement, range: Range): SelectedStretch {
  const start = Number(element.dataset.start);
  const length = element.textContent?.length ?? 0;
  const from = element.contains(range.startContainer)
    ? charactersBefore(element, range.startContainer, range.startOffset)
    : 0;
  const to = element.contains(range.endContainer)
    ? charactersBefore(element, range.endContainer, range.endOffset)
    : length;
  return {
    slot: element.dataset.slot as AnswerSlot,
    path: element.dataset.path ?? '',
    from: start + from,
    to: start + to,
  };
}

/**
 * The quote that a selection under `root` stands for. A quote lies within one passage, so of a selection across several
 * it takes the one with the most selected text. Null when no answer text is selected.
 */
export function quoteOfSelection(root: HTMLElement, range: Range, passages: PassagesBySlot): Quote | null {
  const byPassage = new Map<string, SelectedStretch>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-path]')) {
    if (!range.intersectsNode(element)) continue;
    const stretch = stretchIn(element, range);
    if (stretch.from === stretch.to) continue;
    const key = `${stretch.slot}/${stretch.path}`;
    const known = byPassage.get(key);
    byPassage.set(
      key,
      known ? { ...known, from: Math.min(known.from, stretch.from), to: Math.max(known.to, stretch.to) } : stretch,
    );
  }
  const [longest] = [...byPassage.values()].sort((a, b) => b.to - b.from - (a.to - a.from));
  const passage = longest && passages[longest.slot]?.find((one) => one.path === longest.path);
  return longest && passage ? quoteBetween(longest.slot, passage, longest.from, longest.to) : null;
}
