import type { PacketExpectation, PacketStep } from '@/lib/core/review/packet-data';
import { EXPECTATION_MARK_NAMES, EXPECTATION_MARKS, type ExpectationMarkWord } from '@/lib/core/review/review-words';
import { type Context, shortQuote } from './context';
import { element, fill } from './element';

/** What a strong answer to one step says, each to be found, found after a nudge, or absent. */
export function expectationList(context: Context, step: PacketStep): HTMLElement {
  return element(
    'details',
    { class: 'expectations', open: true },
    element('summary', {}, `Expectations: ${step.title} (${step.expectations.length})`),
    ...step.expectations.map((one) => expectation(context, one)),
  );
}

function expectation(context: Context, { key, statement, level, counts }: PacketExpectation): HTMLElement {
  const { draft } = context;
  const quote = element('p', { class: 'quote', dir: 'auto' });
  const choices = ['open', ...EXPECTATION_MARKS] as const;
  const inputs = new Map<string, HTMLInputElement>();

  function draw(): void {
    const mark = draft.review.expectations[key];
    const current = inputs.get(mark?.mark ?? 'open');
    if (current) current.checked = true;
    fill(quote, mark?.quote ? shortQuote(mark.quote.text) : '');
    quote.hidden = !mark?.quote;
  }

  function choose(choice: 'open' | ExpectationMarkWord): void {
    const { [key]: before, ...rest } = draft.review.expectations;
    if (choice === 'open') draft.review.expectations = rest;
    else if (choice === 'absent') draft.review.expectations = { ...rest, [key]: { mark: choice, quote: null } };
    else {
      const words = context.selected ?? before?.quote ?? null;
      if (words === null) {
        draw();
        context.say('Select the words that earned it first, then choose that it was found.');
        return;
      }
      draft.review.expectations = { ...rest, [key]: { mark: choice, quote: words } };
      if (context.selected) context.select(null);
    }
    draw();
    context.changed();
  }

  const node = element(
    'fieldset',
    { class: 'expectation' },
    element('legend', { dir: 'auto' }, statement),
    element('p', { class: 'muted' }, [level, ...counts.slice(0, 2).map((one) => `for example: ${one}`)].join(' · ')),
    element(
      'div',
      { class: 'choices' },
      ...choices.map((choice) => {
        const input = element('input', {
          type: 'radio',
          name: `expectation-${key}`,
          value: choice,
          change: () => choose(choice),
        });
        inputs.set(choice, input);
        return element('label', {}, input, choice === 'open' ? 'Not looked at' : EXPECTATION_MARK_NAMES[choice]);
      }),
    ),
    quote,
  );
  draw();
  return node;
}
