import type { CommentDraft } from '@/lib/core/review/review-body';
import { COMMENT_KIND_NAMES, COMMENT_KINDS, type CommentKind } from '@/lib/core/review/review-words';
import type { StepId } from '@/lib/core/steps';
import { type Context, shortQuote } from './context';
import { newId } from './draft';
import { element, fill } from './element';

/** The comments, in the order in which they were written. */
export function createComments(context: Context): {
  readonly node: HTMLElement;
  add(): void;
  draw(): void;
} {
  const list = element('div');
  const node = element(
    'section',
    { 'aria-labelledby': 'comments' },
    element('h2', { id: 'comments' }, 'Comments'),
    list,
  );
  const { draft, data } = context;

  function change(id: string, more: Partial<CommentDraft>): void {
    draft.review.comments = draft.review.comments.map((one) => (one.id === id ? { ...one, ...more } : one));
    context.changed();
  }

  function item(comment: CommentDraft, index: number): HTMLElement {
    const { id } = comment;
    const name = `Comment ${index + 1}`;
    const step = data.steps.find((one) => one.id === comment.step)?.title ?? comment.step;
    return element(
      'fieldset',
      { id: `comment-${id}` },
      element('legend', {}, `${name}, ${step}`),
      element('blockquote', { dir: 'auto' }, shortQuote(comment.quote.text)),
      element(
        'label',
        {},
        'Kind ',
        element(
          'select',
          { change: (event) => change(id, { kind: (event.target as HTMLSelectElement).value as CommentKind }) },
          ...COMMENT_KINDS.map((kind) =>
            element('option', { value: kind, selected: kind === comment.kind }, COMMENT_KIND_NAMES[kind]),
          ),
        ),
      ),
      element('label', { for: `text-${id}` }, 'What you want to say'),
      withText(
        element('textarea', {
          id: `text-${id}`,
          maxlength: 20_000,
          rows: 3,
          dir: 'auto',
          input: (event) => change(id, { text: (event.target as HTMLTextAreaElement).value }),
        }),
        comment.text,
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'quiet',
          click: () => {
            draft.review.comments = draft.review.comments.filter((one) => one.id !== id);
            context.changed();
            draw();
            document.getElementById('comments')?.scrollIntoView({ block: 'nearest' });
            context.say(`${name} is deleted.`);
          },
        },
        `Delete ${name.toLowerCase()}`,
      ),
    );
  }

  function draw(): void {
    const { comments } = draft.review;
    if (comments.length === 0)
      fill(list, element('p', { class: 'muted' }, 'None yet. Select words of the answer to comment on them.'));
    else fill(list, ...comments.map(item));
  }

  return {
    node,
    draw,
    add() {
      const quote = context.selected;
      if (!quote) return;
      const id = newId();
      const step = quote.slot === 'page' ? stepOfPage(context, quote.start) : quote.slot;
      draft.review.comments = [...draft.review.comments, { id, kind: 'gap', step, quote, text: '' }];
      context.select(null);
      context.changed();
      draw();
      document.getElementById(`text-${id}`)?.focus();
    },
  };
}

/** The step under which a place of a blank page is shown, the first one where it is under none. */
function stepOfPage({ data }: Context, place: number): StepId {
  const holds = (step: (typeof data.steps)[number]) =>
    step.blocks.some(
      (block) =>
        block.kind === 'text' &&
        block.paragraphs.some(({ start, text }) => place >= start && place < start + text.length),
    );
  return data.steps.find(holds)?.id ?? data.steps[0]?.id ?? 'clarify';
}

/** A text area has its text as a child, which is not where it is read from. */
export function withText(area: HTMLTextAreaElement, text: string): HTMLTextAreaElement {
  area.value = text;
  return area;
}
