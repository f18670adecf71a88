import { expect, it } from 'vitest';
import type { Quote } from '../quote';
import { BANDS, type Band } from './dimensions';
import { evidenceIssues, missingEvidence, quoteIssues, quotesOf, ratedDimensions } from './evidence';
import { EMPTY_REVIEW, type ReviewBody } from './review-body';

const quote = (start: number, end: number, text: string, path = 'text'): Quote => ({
  slot: 'data',
  path,
  start,
  end,
  text,
});
const passages = {
  data: [{ path: 'text', label: 'Answer', kind: 'text' as const, text: 'split by time 👩‍👩‍👧 שלום' }],
};
const review: ReviewBody = {
  ...EMPTY_REVIEW,
  expectations: {
    'data/one': { mark: 'found', quote: quote(0, 5, 'split') },
    'data/two': { mark: 'absent', quote: null },
  },
  dimensions: { data: { band: 2, quotes: [quote(6, 8, 'by'), quote(9, 13, 'TIME')], absent: false, note: '' } },
  comments: [{ id: 'comment-1', kind: 'gap', step: 'data', quote: quote(0, 5, 'split', 'gone'), text: '' }],
};

it('quotesOf finds every quote with its path', () => {
  expect(quotesOf(review).map(({ path }) => path)).toEqual([
    'expectations.data/one.quote',
    'dimensions.data.quotes.0',
    'dimensions.data.quotes.1',
    'comments.0.quote',
  ]);
});

it('quoteIssues names the quotes whose words are not at their place', () => {
  expect(quoteIssues(quotesOf(review), passages).map(({ path }) => path)).toEqual([
    'dimensions.data.quotes.1',
    'comments.0.quote',
  ]);
  expect(quoteIssues(quotesOf(review), {})).toHaveLength(4);
});

it('a band stands on words: nothing but space is no quote', () => {
  const dimensions = ratedDimensions('data').slice(0, 1);
  const standing = (text: string, absent = false, band: Band = 2) =>
    missingEvidence({ dimensions: { data: { band, quotes: [quote(0, text.length, text)], absent } } }, dimensions);
  expect(standing(' \n\u00a0')).toEqual([{ dimension: 'data', missing: 'quote' }]);
  expect(standing(' ', true)).toEqual([]);
  expect(standing(' ', true, 3)).toEqual([{ dimension: 'data', missing: 'words' }]);
  expect(standing(' by')).toEqual([]);
});

it.each([
  [1, 'absent', null],
  [2, 'absent', null],
  [3, 'absent', 'words'],
  [4, 'absent', 'words'],
  [1, 'nothing', 'quote'],
  [2, 'nothing', 'quote'],
  [3, 'nothing', 'words'],
  [4, 'nothing', 'words'],
] as const)('a band of %i that stands on %s lacks %s', (band, evidence, missing) => {
  const dimensions = ratedDimensions('model');
  const marks = { model: { band, quotes: [], absent: evidence === 'absent' } };
  expect(missingEvidence({ dimensions: marks }, dimensions)).toEqual(
    missing === null ? [] : [{ dimension: 'model', missing }],
  );
  const quoted = { model: { ...marks.model, quotes: [quote(6, 8, 'by')] } };
  expect(missingEvidence({ dimensions: quoted }, dimensions)).toEqual([]);
});

it('evidenceIssues names the dimension, and says why a strong band needs words', () => {
  const dimensions = ratedDimensions('data');
  const at = (band: Band) => ({ band, quotes: [], absent: true });
  for (const band of BANDS.filter((one) => one > 2)) {
    expect(evidenceIssues({ dimensions: { data: at(band), features: at(2) } }, dimensions)).toEqual([
      {
        path: 'dimensions.data',
        message:
          'Data and labels has nothing to stand on. A band of 3 or 4 says that it is in the answer, so it needs a quote.',
      },
    ]);
  }
});

it('ratedDimensions has all nine, or those of one step', () => {
  expect(ratedDimensions(null)).toHaveLength(9);
  expect(ratedDimensions('data').map(({ id }) => id)).toEqual(['data', 'features']);
});
