import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../quote';
import { BANDS, type Band, DIMENSION_IDS, DIMENSIONS, type DimensionId } from './dimensions';
import { ratedDimensions } from './evidence';
import { EMPTY_REVIEW, type ReviewBody } from './review-body';
import { VERDICTS } from './review-words';
import { gateVerdict, verdictIssues, verdictRemarks } from './verdict';

const quote: Quote = { slot: 'data', path: 'text', start: 0, end: 3, text: 'abc' };
const given = (bands: readonly Band[], more: Partial<Record<DimensionId, Band>> = {}): ReviewBody['dimensions'] =>
  Object.fromEntries(
    DIMENSION_IDS.map((id, index) => [
      id,
      { band: more[id] ?? bands[index % bands.length] ?? 3, quotes: [quote], absent: false, note: '' },
    ]),
  );
const nudged = (...keys: string[]): ReviewBody['expectations'] =>
  Object.fromEntries(keys.map((key) => [key, { mark: 'after-nudge', quote }]));
const gated = (dimensions: ReviewBody['dimensions'], expectations: ReviewBody['expectations'] = {}) => {
  const result = gateVerdict({ dimensions, expectations });
  if (result === null) throw new Error('Evidence is missing.');
  return result;
};

describe('the gates', () => {
  it.each([
    ['all at 4', given([4]), {}, 'strong-hire', 4, ['mean']],
    ['all at 3', given([3]), {}, 'lean-hire', 3, ['mean']],
    ['all at 2', given([2]), {}, 'lean-no-hire', 2, ['mean']],
    ['all at 1', given([1]), {}, 'no-hire', 1, ['mean', 'very-weak']],
    ['five at 4, four at 3: a mean of 3.56', given([4, 3]), {}, 'strong-hire', 32 / 9, ['mean']],
    ['four at 4, five at 3: a mean of 3.44', given([3, 4]), {}, 'lean-hire', 31 / 9, ['mean']],
    ['one at 2 among 4s', given([4], { serve: 2 }), {}, 'lean-hire', 34 / 9, ['mean', 'under-three']],
    ['one at 1 among 4s', given([4], { serve: 1 }), {}, 'lean-no-hire', 33 / 9, ['mean', 'under-three', 'very-weak']],
    ['one at 1 among 3s', given([3], { model: 1 }), {}, 'lean-no-hire', 25 / 9, ['mean', 'very-weak']],
    ['one at 1 among 2s', given([2], { model: 1 }), {}, 'lean-no-hire', 17 / 9, ['mean', 'very-weak']],
    ['a nudge in a step at 4', given([4]), nudged('model/loss'), 'strong-hire', 35 / 9, ['after-nudge', 'mean']],
    [
      'five nudges in steps at 4',
      given([4]),
      nudged('model/a', 'serve/a', 'clarify/a', 'frame/a', 'monitor/a'),
      'lean-hire',
      31 / 9,
      ['after-nudge', 'mean'],
    ],
    [
      'two nudges in one step',
      given([4]),
      nudged('model/a', 'model/b'),
      'strong-hire',
      35 / 9,
      ['after-nudge', 'mean'],
    ],
    ['a nudge in a step at 3', given([4], { model: 3 }), nudged('model/a'), 'strong-hire', 35 / 9, ['mean']],
    ['a nudge about data counts once', given([4]), nudged('data/a'), 'strong-hire', 35 / 9, ['after-nudge', 'mean']],
    [
      'a nudge about data that features have counted',
      given([4], { features: 3 }),
      nudged('data/a'),
      'strong-hire',
      35 / 9,
      ['mean'],
    ],
  ])('%s', (_, dimensions, expectations, verdict, mean, gates) => {
    const result = gated(dimensions, expectations as ReviewBody['expectations']);
    expect(result.verdict).toBe(verdict);
    expect(result.mean).toBeCloseTo(mean, 10);
    expect(result.gates.map(({ id }) => id)).toEqual(gates);
  });

  it('say what they did, in words', () => {
    const texts = gated(given([4], { serve: 1 }), nudged('model/a')).gates.map(({ text }) => text);
    expect(texts).toEqual([
      'Model counts as 3: something was found only after a nudge.',
      'The mean of 9 bands is 3.56, which leads to strong hire (3.5 or more).',
      'Strong hire needs every band at 3 or above: Serving and scale is under 3.',
      'A band of 1 in Serving and scale caps the verdict at lean no hire.',
    ]);
    expect(gated(given([1])).gates.at(-1)).toMatchObject({ decides: false });
    expect(gated(given([2])).gates[0]?.text).toContain('(1.5 to below 2.5)');
    expect(gated(given([1])).gates[0]?.text).toContain('(below 1.5)');
  });

  it('wait for every dimension', () => {
    const { model: _, ...rest } = given([4]);
    expect(gateVerdict({ expectations: {}, dimensions: rest })).toBeNull();
    const unfounded = { ...given([4]), model: { band: 4 as const, quotes: [], absent: false, note: '' } };
    expect(gateVerdict({ expectations: {}, dimensions: unfounded })).toBeNull();
  });

  it('lead nowhere while a strong band stands on nothing to quote', () => {
    const onNothing = (band: Band) => ({ band, quotes: [], absent: true, note: '' });
    const all = (band: Band) => Object.fromEntries(DIMENSION_IDS.map((id) => [id, onNothing(band)]));
    expect(gateVerdict({ expectations: {}, dimensions: all(4) })).toBeNull();
    expect(gateVerdict({ expectations: {}, dimensions: { ...given([4]), serve: onNothing(3) } })).toBeNull();
    expect(gateVerdict({ expectations: {}, dimensions: all(2) })?.verdict).toBe('lean-no-hire');
  });

  it('judge a small attempt by its step alone', () => {
    const dimensions = { data: { band: 4 as const, quotes: [quote], absent: false, note: '' } };
    expect(gateVerdict({ expectations: {}, dimensions }, ratedDimensions('data'))).toBeNull();
    const both = { ...dimensions, features: { band: 3 as const, quotes: [quote], absent: false, note: '' } };
    expect(gateVerdict({ expectations: {}, dimensions: both }, ratedDimensions('data'))?.verdict).toBe('strong-hire');
  });

  const anyBands = fc.record(Object.fromEntries(DIMENSION_IDS.map((id) => [id, fc.constantFrom(...BANDS)])));
  const rank = (verdict: string) => (VERDICTS as readonly string[]).indexOf(verdict);

  it('hold for any bands: a 1 never beats lean no hire, strong hire has 3s and a mean of 3.5', () => {
    fc.assert(
      fc.property(anyBands, fc.subarray(['data/a', 'model/a', 'serve/b']), (bands, keys) => {
        const { verdict, mean, counted } = gated(
          given([3], bands as Partial<Record<DimensionId, Band>>),
          nudged(...keys),
        );
        const values = Object.values(counted);
        if (values.includes(1)) expect(rank(verdict)).toBeLessThanOrEqual(rank('lean-no-hire'));
        const isStrong = mean >= 3.5 && values.every((band) => band >= 3);
        expect(verdict === 'strong-hire').toBe(isStrong);
      }),
    );
  });

  it('never get worse when a band gets better', () => {
    fc.assert(
      fc.property(
        anyBands,
        fc.constantFrom(...DIMENSION_IDS),
        fc.subarray(['data/a', 'model/a']),
        (bands, id, keys) => {
          const lower = bands as Record<DimensionId, Band>;
          const higher = { ...lower, [id]: Math.min(4, lower[id] + 1) as Band };
          const [a, b] = [lower, higher].map((one) => gated(given([3], one), nudged(...keys)));
          expect(rank(b?.verdict ?? '')).toBeGreaterThanOrEqual(rank(a?.verdict ?? ''));
        },
      ),
    );
  });

  it('count a nudge at most once, whatever the bands', () => {
    fc.assert(
      fc.property(anyBands, (bands) => {
        const dimensions = given([3], bands as Partial<Record<DimensionId, Band>>);
        const [without, with_] = [gated(dimensions), gated(dimensions, nudged('data/a', 'data/b'))];
        expect(Math.round((without.mean - with_.mean) * DIMENSIONS.length)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a verdict', () => {
  const review = (more: Partial<ReviewBody>): ReviewBody => ({ ...EMPTY_REVIEW, ...more });

  it('asks for nothing while there is none', () => {
    expect(verdictIssues(review({}))).toEqual([]);
  });

  it('names each dimension that lacks a band or a quote', () => {
    const dimensions = { ...given([3]), model: { band: 2 as const, quotes: [], absent: false, note: '' } };
    const { serve: _, ...rest } = dimensions;
    const issues = verdictIssues(review({ dimensions: rest, verdict: { verdict: 'lean-hire', reason: '' } }));
    expect(issues.map(({ path }) => path)).toEqual(['dimensions.model', 'dimensions.serve']);
    expect(issues[0]?.message).toBe('Model needs a quote, or the mark that there is nothing to quote.');
    expect(issues[1]?.message).toBe('Serving and scale has no band yet.');
  });

  it.each([
    ['that of the gates', 'lean-hire', '', []],
    ['another one with a reason', 'strong-hire', 'Led throughout.', []],
    ['another one without', 'strong-hire', '  ', ['verdict.reason']],
  ] as const)('may be %s', (_, verdict, reason, paths) => {
    const issues = verdictIssues(review({ dimensions: given([3]), verdict: { verdict, reason } }));
    expect(issues.map(({ path }) => path)).toEqual(paths);
  });
});

describe('verdictRemarks', () => {
  it('points at words that lower two dimensions', () => {
    const mark = (band: Band, start: number, end: number) => ({
      band,
      quotes: [{ ...quote, start, end }],
      absent: false,
      note: '',
    });
    const of = (data: ReturnType<typeof mark>, features: ReturnType<typeof mark>) =>
      verdictRemarks({ expectations: {}, dimensions: { data, features } });
    expect(of(mark(2, 0, 3), mark(1, 2, 5))).toMatchObject([{ dimensions: ['data', 'features'] }]);
    expect(of(mark(2, 0, 3), mark(1, 3, 5))).toEqual([]);
    expect(of(mark(2, 0, 3), mark(3, 0, 3))).toEqual([]);
  });

  const marks = (...given: readonly (readonly [key: string, mark: 'found' | 'absent'])[]) =>
    Object.fromEntries(given.map(([key, mark]) => [key, mark === 'found' ? { mark, quote } : { mark, quote: null }]));

  it.each([
    ['everything marked of the step is absent', 4, marks(['model/a', 'absent'], ['model/b', 'absent']), true],
    ['something of it was found', 4, marks(['model/a', 'absent'], ['model/b', 'found']), false],
    ['nothing of it is marked', 4, marks(['data/a', 'absent']), false],
    ['the band is weak', 2, marks(['model/a', 'absent']), false],
  ] as const)('look at a strong band again where %s', (_, band, expectations, isSaid) => {
    const remarks = verdictRemarks({
      expectations,
      dimensions: { model: { band, quotes: [quote], absent: false, note: '' } },
    });
    expect(remarks.map(({ text }) => text)).toEqual(
      isSaid ? ['Model is at 4, and everything that you marked of its step is absent.'] : [],
    );
  });
});
