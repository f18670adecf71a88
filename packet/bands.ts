import { BAND_NAMES, BANDS, type Band, type Dimension } from '@/lib/core/review/dimensions';
import { needsQuote, WHY_A_QUOTE } from '@/lib/core/review/evidence';
import type { DimensionMark } from '@/lib/core/review/review-body';
import { withText } from './comments';
import { type Context, shortQuote } from './context';
import { element, fill } from './element';

/** One dimension of the rubric: what the bands look like, the band, and the words that it stands on. */
export function bandFields(context: Context, dimension: Dimension): HTMLElement {
  const { draft } = context;
  const { id, title, looksLike } = dimension;
  const quotes = element('ul', { class: 'quotes' });

  function change(more: Partial<DimensionMark>): void {
    const before = draft.review.dimensions[id];
    const band = more.band ?? before?.band;
    if (band === undefined) {
      context.say(`${title} needs a band first.`);
      return;
    }
    const given = { quotes: [], absent: false, note: '', ...before, ...more, band };
    // As on the desk: a strong band takes "nothing to quote" back.
    const mark = { ...given, absent: given.absent && !needsQuote(band) };
    draft.review.dimensions = { ...draft.review.dimensions, [id]: mark };
    nothing.checked = mark.absent;
    context.changed();
  }

  function drawQuotes(): void {
    const own = draft.review.dimensions[id]?.quotes ?? [];
    fill(
      quotes,
      ...own.map((quote, index) =>
        element(
          'li',
          { dir: 'auto' },
          shortQuote(quote.text),
          ' ',
          element(
            'button',
            {
              type: 'button',
              class: 'quiet',
              click: () => {
                change({ quotes: own.filter((_, other) => other !== index) });
                drawQuotes();
                add.focus();
              },
            },
            `Take away quote ${index + 1}`,
          ),
        ),
      ),
    );
    quotes.hidden = own.length === 0;
  }

  const add = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      click: () => {
        const { selected } = context;
        if (!selected) context.say('Select words of the answer first.');
        else if (!draft.review.dimensions[id]) context.say(`${title} needs a band first.`);
        else {
          change({ quotes: [...(draft.review.dimensions[id]?.quotes ?? []), selected].slice(-20) });
          context.select(null);
          drawQuotes();
        }
      },
    },
    `Quote the selected words: ${title}`,
  );

  const nothing = element('input', {
    type: 'checkbox',
    checked: draft.review.dimensions[id]?.absent === true,
    change: () => {
      const mark = draft.review.dimensions[id];
      const refused = !mark
        ? `${title} needs a band first.`
        : nothing.checked && needsQuote(mark.band)
          ? WHY_A_QUOTE
          : null;
      if (refused === null) change({ absent: nothing.checked });
      else {
        nothing.checked = false;
        context.say(refused);
      }
    },
  });

  const example = (bands: string, text: string) => [element('dt', {}, bands), element('dd', {}, text)];
  const node = element(
    'fieldset',
    { id: `dimension-${id}` },
    element('legend', {}, title),
    element(
      'dl',
      { class: 'rubric' },
      ...example('1', looksLike.low),
      ...example('2 to 3', looksLike.middle),
      ...example('4', looksLike.high),
    ),
    element(
      'div',
      { class: 'choices' },
      ...BANDS.map((band: Band) =>
        element(
          'label',
          {},
          element('input', {
            type: 'radio',
            name: `band-${id}`,
            checked: draft.review.dimensions[id]?.band === band,
            change: () => change({ band }),
          }),
          `${band} ${BAND_NAMES[band]}`,
        ),
      ),
    ),
    element('label', {}, nothing, 'There is nothing to quote (a band of 1 or 2)'),
    quotes,
    add,
    element('label', { for: `note-${id}` }, `Note: ${title}`),
    withText(
      element('textarea', {
        id: `note-${id}`,
        rows: 2,
        maxlength: 20_000,
        dir: 'auto',
        input: (event) => {
          const area = event.target as HTMLTextAreaElement;
          if (draft.review.dimensions[id]) change({ note: area.value });
          else if (area.value !== '') context.say(`${title} needs a band, so that the note is kept.`);
        },
        change: (event) => {
          const area = event.target as HTMLTextAreaElement;
          if (draft.review.dimensions[id]) change({ note: area.value });
        },
      }),
      draft.review.dimensions[id]?.note ?? '',
    ),
  );
  drawQuotes();
  // A band that comes after the note takes the note with it.
  node.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement;
    const area = node.querySelector<HTMLTextAreaElement>(`#note-${id}`);
    const mark = draft.review.dimensions[id];
    if (input.type === 'radio' && area && mark && mark.note !== area.value) change({ note: area.value });
  });
  return node;
}
