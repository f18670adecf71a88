import { moveByWord, quoteBetween, type SpanMove, sentencesOf } from '@/lib/core/quote-span';
import { type Context, shortQuote } from './context';
import { element, fill } from './element';

const MOVES: readonly (readonly [SpanMove, string])[] = [
  ['start-earlier', 'Start a word earlier'],
  ['start-later', 'Start a word later'],
  ['end-earlier', 'End a word earlier'],
  ['end-later', 'End a word later'],
];

/** What is selected, and everything that can be done with it: reached by `Select words` and by the mouse alike. */
export function createSelectionBar(
  context: Context,
  comment: () => void,
): { readonly node: HTMLElement; draw(): void } {
  const words = element('p', { id: 'chosen-words', tabindex: -1, dir: 'auto' });
  const passage = () => {
    const { selected, data } = context;
    return selected && data.passages[selected.slot]?.find((one) => one.path === selected.path);
  };
  const to = (start: number, end: number) => {
    const [found, { selected }] = [passage(), context];
    if (found && selected) context.select(quoteBetween(selected.slot, found, start, end) ?? selected);
  };
  const bySentence = (direction: 1 | -1) => {
    const [found, { selected }] = [passage(), context];
    if (!found || !selected) return;
    const sentences = sentencesOf(found.text);
    const next =
      direction === 1
        ? sentences.find(({ start }) => start >= selected.end)
        : sentences.findLast(({ end }) => end <= selected.start);
    if (next) to(next.start, next.end);
    else context.say(direction === 1 ? 'There is no later sentence here.' : 'There is no earlier sentence here.');
  };
  const byWord = (move: SpanMove) => {
    const [found, { selected }] = [passage(), context];
    if (!found || !selected) return;
    const span = moveByWord(found.text, selected, move);
    to(span.start, span.end);
  };
  const button = (label: string, click: () => void, kind = 'quiet') =>
    element('button', { type: 'button', class: kind, click }, label);

  const node = element(
    'section',
    { class: 'bar', 'aria-label': 'Selected words', hidden: true },
    words,
    element(
      'div',
      { class: 'buttons' },
      button('Comment on these words', comment, 'primary'),
      button('Earlier sentence', () => bySentence(-1)),
      button('Later sentence', () => bySentence(1)),
      ...MOVES.map(([move, label]) => button(label, () => byWord(move))),
      button('Drop the selection', () => context.select(null)),
    ),
  );
  return {
    node,
    draw() {
      node.hidden = context.selected === null;
      document.body.classList.toggle('has-selection', context.selected !== null);
      fill(words, context.selected ? shortQuote(context.selected.text) : '');
    },
  };
}
