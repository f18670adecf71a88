import type { AnswerBlock, Excerpt } from '@/lib/core/answer-blocks';
import { highlightRuns } from '@/lib/core/highlight';
import { quoteBetween, sentencesOf } from '@/lib/core/quote-span';
import { quotesOf } from '@/lib/core/review/evidence';
import type { Context } from './context';
import { element } from './element';

/** Everything that is drawn of a passage, to be marked anew when a quote comes or goes. */
interface Drawn {
  readonly excerpt: Excerpt;
  readonly node: HTMLElement;
}

/** The answers, and how to mark them. */
export interface Answers {
  draw(blocks: readonly AnswerBlock[]): HTMLElement[];
  mark(): void;
}

export function createAnswers(context: Context): Answers {
  const drawn: Drawn[] = [];

  function excerptNode<Tag extends 'p' | 'li' | 'span' | 'code'>(tag: Tag, excerpt: Excerpt): HTMLElement {
    const node = element(tag, {
      'data-slot': excerpt.slot,
      'data-path': excerpt.path,
      'data-start': excerpt.start,
      dir: 'auto',
    });
    drawn.push({ excerpt, node });
    return node;
  }

  /** The keyboard's way to a quote: the first sentence, to be moved from there. */
  function selectButton(label: string, { slot, path, start }: Excerpt): HTMLElement {
    const begin = () => {
      const passage = context.data.passages[slot]?.find((one) => one.path === path);
      const sentence = passage && sentencesOf(passage.text).find((one) => one.end > start);
      if (passage && sentence) context.select(quoteBetween(slot, passage, sentence.start, sentence.end));
      document.getElementById('chosen-words')?.focus();
    };
    return element('button', { type: 'button', class: 'quiet', click: begin }, `Select words of: ${label}`);
  }

  function blockBody(block: AnswerBlock): HTMLElement[] {
    switch (block.kind) {
      case 'text':
        return block.paragraphs.map((paragraph) => excerptNode('p', paragraph));
      case 'list':
        return [element('ul', {}, ...block.items.map((item) => excerptNode('li', item)))];
      case 'diagram':
        return [
          element('pre', { tabindex: 0, 'aria-label': 'Source of the diagram' }, excerptNode('code', block.source)),
        ];
      case 'table':
        return [
          element(
            'div',
            { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': block.label },
            element(
              'table',
              {},
              element(
                'thead',
                {},
                element('tr', {}, ...block.columns.map((column) => element('th', { scope: 'col' }, column))),
              ),
              element(
                'tbody',
                {},
                ...block.rows.map((row) =>
                  element(
                    'tr',
                    {},
                    ...row.map(({ excerpt }) => element('td', {}, excerpt && excerptNode('span', excerpt))),
                  ),
                ),
              ),
            ),
          ),
        ];
    }
  }

  const firstOf = (block: AnswerBlock): readonly Excerpt[] => {
    if (block.kind === 'text') return block.paragraphs.slice(0, 1);
    if (block.kind === 'list') return block.items;
    if (block.kind === 'diagram') return [block.source];
    return block.rows.flatMap((row) => row.find(({ excerpt }) => excerpt)?.excerpt ?? []);
  };

  return {
    draw: (blocks) =>
      blocks.map((block) => {
        const places = firstOf(block);
        return element(
          'div',
          { class: 'block' },
          element('h3', {}, block.label),
          ...blockBody(block),
          element(
            'div',
            { class: 'select-row' },
            ...places.map((place, index) =>
              selectButton(places.length === 1 ? block.label : `${block.label}, ${index + 1}`, place),
            ),
          ),
        );
      }),

    mark() {
      const quotes = quotesOf(context.draft.review).map(({ quote }) => ({ quote, id: 'quoted' }));
      const { selected } = context;
      const all = selected ? [...quotes, { quote: selected, id: 'selected' }] : quotes;
      for (const { excerpt, node } of drawn) {
        const ranges = all
          .filter(({ quote }) => quote.slot === excerpt.slot && quote.path === excerpt.path)
          .map(({ quote, id }) => ({ id, start: quote.start, end: quote.end }));
        const runs = highlightRuns(excerpt.text, excerpt.start, ranges);
        const wanted = runs.map(({ text, ids }) => `${ids.join()}:${text}`).join('\0');
        if (node.dataset.runs === wanted) continue;
        node.dataset.runs = wanted;
        node.replaceChildren(
          ...runs.map(({ text, ids }) =>
            ids.length === 0
              ? text
              : element('mark', { class: ids.includes('selected') ? 'selected' : 'quoted' }, text),
          ),
        );
      }
    },
  };
}

/** How far a place is into the text of an element. */
function offsetIn(node: HTMLElement, container: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(node);
  range.setEnd(container, offset);
  return range.toString().length;
}

const excerptAt = (node: Node) =>
  (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('[data-path]') ?? null;

/** Takes what was selected with the mouse (or a finger) for a quote, when it lies in one passage. */
export function readSelection(context: Context): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const [from, to] = [excerptAt(range.startContainer), excerptAt(range.endContainer)];
  if (!from) return;
  const { slot, path } = from.dataset;
  const passage = context.data.passages[slot as keyof typeof context.data.passages]?.find((one) => one.path === path);
  if (!passage) return;
  const start = Number(from.dataset.start) + offsetIn(from, range.startContainer, range.startOffset);
  // A triple click ends at the beginning of what comes next.
  const isSame = to !== null && to.dataset.path === path && to.dataset.slot === slot;
  const end = isSame
    ? Number(to.dataset.start) + offsetIn(to, range.endContainer, range.endOffset)
    : Number(from.dataset.start) + (from.textContent ?? '').length;
  const quote = quoteBetween(slot as Parameters<typeof quoteBetween>[0], passage, start, end);
  if (quote) context.select(quote);
}
