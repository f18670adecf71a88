import { describe, expect, it } from 'vitest';
import { elsewhere } from '@/lib/core/feedback/elsewhere';
import carried from '@/lib/core/feedback/elsewhere.json';
import { matchExpectations } from '@/lib/core/feedback/match-expectations';
import { shownRuns } from '@/lib/core/feedback/paste';
import { readAnswer } from '@/lib/core/feedback/read-answer';
import { readReferences } from '@/lib/core/feedback/references';
import { STEP_IDS } from '@/lib/core/steps';
import { expectedElsewhere } from '@/scripts/bench-feedback/expected-elsewhere';
import { shippedCases } from '@/tests/fixtures/shipped-cases';

it('carries what the cases expect: after a change, npm run bench:feedback -- elsewhere', () => {
  const slugs = Object.keys(carried.cases);
  expect(carried).toEqual(expectedElsewhere(shippedCases().filter(({ slug }) => slugs.includes(slug))));
});

describe('what other cases expect', () => {
  it.each(shippedCases().map((study) => ({ slug: study.slug, study })))('is nothing that $slug does', ({ study }) => {
    for (const step of STEP_IDS) {
      const own = study.steps[step].expectations;
      const others = elsewhere(step, own);
      expect(others.length).toBeGreaterThan(0);
      for (const { statement } of own) expect(others).not.toContain(statement.text);
    }
  });

  it('is not what a copy of a case was copied from', () => {
    const [study] = shippedCases();
    const own = study?.steps.data.expectations ?? [];
    const some = own.slice(0, Math.ceil(own.length / 2) + 1);
    expect(elsewhere('data', [...some, { id: 'of-the-copy' }])).toEqual(elsewhere('data', own));
  });
});

describe('a sentence', () => {
  const text = (one: string) => ({ html: one, text: one });
  const expectations = [
    {
      id: 'canary',
      statement: text('A new ranker takes 5 % of the searches first and goes back by itself when a limit is crossed.'),
      counts: ['Canary with 5 % of the searches, limits on clicks and p99, automatic return.'],
      doesNotCount: [],
    },
  ];
  const said = 'The new tariff model takes 5 % of the quotes first and goes back by itself when a limit is crossed.';
  const stateWith = (others: readonly string[]) =>
    matchExpectations(
      readReferences(expectations, 'Design the search of a shop.', others),
      readAnswer([{ path: 'text', kind: 'text', text: said }], shownRuns([])),
    )[0]?.state;

  it('is found as long as no other case is closer', () => {
    expect(stateWith([])).toBe('found');
    expect(stateWith(['Quotes are logged for a year.'])).toBe('found');
    expect(stateWith([expectations[0]?.statement.text ?? ''])).toBe('found');
  });

  it('is unclear at most when it is closer to what another case expects', () => {
    expect(stateWith(['A new tariff model takes 5 % of the quotes first and goes back when a limit is crossed.'])).toBe(
      'unclear',
    );
  });
});
