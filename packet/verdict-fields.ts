import { missingEvidence, WHY_A_QUOTE } from '@/lib/core/review/evidence';
import { VERDICT_NAMES, VERDICTS, type Verdict } from '@/lib/core/review/review-words';
import { gateVerdict, verdictRemarks } from '@/lib/core/review/verdict';
import { withText } from './comments';
import type { Context } from './context';
import { element, fill } from './element';

/** The verdict, what the gates say of it and why, and a reason where the two differ. */
export function createVerdict(context: Context): { readonly node: HTMLElement; draw(): void } {
  const { draft, data } = context;
  const gates = element('div', { 'aria-live': 'polite' });
  const choices = ['open', ...VERDICTS] as const;

  function choose(choice: 'open' | Verdict): void {
    const reason = draft.review.verdict?.reason ?? reasonArea.value;
    draft.review.verdict = choice === 'open' ? null : { verdict: choice, reason };
    context.changed();
  }

  const reasonArea = withText(
    element('textarea', {
      id: 'reason',
      rows: 2,
      maxlength: 20_000,
      dir: 'auto',
      input: () => {
        const { verdict } = draft.review;
        if (verdict) draft.review.verdict = { ...verdict, reason: reasonArea.value };
        context.changed();
      },
    }),
    draft.review.verdict?.reason ?? '',
  );
  const reasonLabel = element('label', { for: 'reason' }, 'Why not the verdict of the gates');

  const node = element(
    'section',
    { 'aria-labelledby': 'verdict' },
    element('h2', { id: 'verdict' }, 'Verdict'),
    gates,
    element(
      'fieldset',
      { class: 'plain' },
      element('legend', {}, 'Your verdict'),
      element(
        'div',
        { class: 'choices' },
        ...choices.map((choice) =>
          element(
            'label',
            {},
            element('input', {
              type: 'radio',
              name: 'verdict',
              checked: (draft.review.verdict?.verdict ?? 'open') === choice,
              change: () => choose(choice),
            }),
            choice === 'open' ? 'None' : VERDICT_NAMES[choice],
          ),
        ),
      ),
    ),
    reasonLabel,
    reasonArea,
  );

  return {
    node,
    draw() {
      const gated = gateVerdict(draft.review, data.dimensions);
      const given = draft.review.verdict?.verdict;
      const differs = gated !== null && given !== undefined && given !== gated.verdict;
      reasonLabel.hidden = !differs;
      reasonArea.hidden = !differs;
      if (gated === null) {
        const missing = missingEvidence(draft.review, data.dimensions);
        const titles = missing.map(({ dimension }) => data.dimensions.find(({ id }) => id === dimension)?.title ?? '');
        const needs = `Still without a band, or a quote for it: ${titles.join(', ')}.`;
        const why = missing.some((one) => one.missing === 'words') ? ` ${WHY_A_QUOTE}` : '';
        fill(gates, element('p', { class: 'muted' }, `A verdict needs evidence. ${needs}${why}`));
        return;
      }
      fill(
        gates,
        element('p', {}, 'The gates lead to ', element('strong', {}, VERDICT_NAMES[gated.verdict].toLowerCase()), '.'),
        element('ul', {}, ...gated.gates.map(({ text }) => element('li', {}, text))),
        ...verdictRemarks(draft.review).map(({ text }) => element('p', { class: 'muted' }, text)),
      );
    },
  };
}
