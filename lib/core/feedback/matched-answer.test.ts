import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer';
import type { AttemptDetail } from '../api-types';
import { type AnswerSlot, PAGE_SLOT } from '../attempt';
import { passagesOf } from '../passages';
import { quoteHolds, quoteSchema } from '../quote';
import { matchedAnswer, matchedQuote } from './matched-answer';

const attempt = (
  mode: AttemptDetail['mode'],
  slot: AnswerSlot,
  answer: Answer,
  hints: AttemptDetail['hints'] = [],
) => ({
  mode,
  answers: { [slot]: { revision: 1, savedAt: null, answer } },
  hints,
});
const hint = (step: 'data' | 'model', number: number) => ({ step, number, takenAt: '2026-03-01T10:00:00.000Z' });

describe('matchedAnswer', () => {
  it('reads each field of a form, and the hints of the step in order', () => {
    const answer = { fields: { split: 'By time.', labels: 'Clicks.' } };
    expect(
      matchedAnswer(attempt('guided', 'data', answer, [hint('data', 2), hint('model', 1), hint('data', 1)]), 'data'),
    ).toEqual({
      slot: 'data',
      passages: expect.arrayContaining([{ path: 'split', kind: 'text', text: 'By time.' }]),
      hints: [1, 2],
    });
  });

  it('reads of a page what is tagged with the step, at its place', () => {
    const page = {
      text: 'Data. Model.',
      diagram: 'flowchart TB',
      tags: [{ start: 6, end: 12, step: 'model' as const }],
    };
    const read = matchedAnswer(attempt('blank', PAGE_SLOT, page), 'model');
    expect(read).toMatchObject({ slot: 'page', passages: [{ path: 'text', spans: [{ start: 6, end: 12 }] }] });
    expect(matchedAnswer(attempt('blank', PAGE_SLOT, page), 'data').passages).toEqual([]);
  });

  it('reads nothing where nothing was written', () => {
    expect(matchedAnswer({ mode: 'unaided', answers: {}, hints: [] }, 'serve').passages).toEqual([]);
  });
});

it('matchedQuote gives a quote that holds, of any words', () => {
  const words = fc.tuple(fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }), fc.nat(), fc.nat());
  fc.assert(
    fc.property(words, fc.constantFrom(1, 4000), ([text, a, b], times) => {
      const whole = text.repeat(times);
      const passages = passagesOf('data', { text: whole });
      fc.pre(passages.length > 0);
      const [start, end] = [a % whole.length, b % (whole.length + 1)];
      fc.pre(start < end);
      const quote = matchedQuote('data', passages, { path: 'text', start, end });
      expect(quoteSchema.safeParse(quote).success).toBe(true);
      expect(quoteHolds(quote, passages)).toBe(true);
    }),
  );
});
