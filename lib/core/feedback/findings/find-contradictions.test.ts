import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerSchema } from '@/lib/core/answer';
import type { Fact } from '@/lib/core/case-study';
import type { Answers } from '@/lib/core/feedback/numbers/statements';
import { STEP_FIELDS } from '@/lib/core/fields';
import { passagesOf } from '@/lib/core/passages';
import { quoteHolds, quoteSchema } from '@/lib/core/quote';
import { STEP_IDS } from '@/lib/core/steps';
import { fact, guided, onePage, unaided } from '@/tests/fixtures/answers-of';
import { findContradictions } from './find-contradictions';
import { RULE_IDS } from './finding';

const FACTS = [
  fact('scale', 'About 200 million people use the page on a day.'),
  fact('negatives', 'One impression in a hundred ends in a valid click.'),
];
const find = (answers: Answers, facts: readonly Fact[] = FACTS) =>
  findContradictions({ caseStudy: { facts }, answers, revealedFacts: facts.map(({ id }) => id) });

const CONTRADICTING = [
  'The goal is 28-day retention.',
  'We have 50M DAU and plan for 12k QPS at peak, with a p99 latency of 200 ms.',
  'Then I shuffle the clicks and take 80 % for training and 20 % for test.',
  'Labels are known after 30 days.',
  'Features are the history and the time of day.',
  'The index of 100M embeddings of 128 dims in fp32 comes to 51.2 GB.',
  'I would report accuracy. In the A/B test the primary metric is click-through.',
  'We need 2B users per arm for 14 days.',
  'Scores can be precomputed at night.',
  '20 replicas, each handles 300 QPS.',
  'The whole index fits in the memory of one 32 GB machine.',
  'The ranker takes 250 ms for a page.',
  'We monitor data drift and retrain daily.',
  'Not so. If it were so, no. 5 % / 5 %, p99, 1 in 100, ×3, 😀 \u202e',
];
const someText = fc
  .array(fc.oneof(fc.constantFrom(...CONTRADICTING), fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 8 })
  .map((parts) => parts.join(' '));

const someProse = fc
  .record(Object.fromEntries(STEP_IDS.map((step) => [step, someText])), { requiredKeys: [] })
  .map(unaided);
const somePage = fc.array(fc.tuple(someText, fc.constantFrom(...STEP_IDS)), { maxLength: 6 }).map((parts): Answers => {
  let text = '';
  const tags = parts.flatMap(([part, step]) => {
    const start = text.length;
    text += `${part}\n`;
    return part === '' ? [] : [{ start, end: start + part.length, step }];
  });
  return { page: { text, tags } };
});
const someForms = fc
  .tuple(
    fc.array(fc.oneof(someText, fc.constantFrom('200', '35k', '50 ms', '1 %', '64 GB', '')), {
      minLength: 1,
      maxLength: 12,
    }),
    fc.nat(),
  )
  .map(([texts, seed]) => {
    let next = seed % texts.length;
    const text = () => texts[next++ % texts.length] ?? '';
    const value = (field: (typeof STEP_FIELDS)['clarify'][number]) => {
      if (field.type === 'table')
        return [0, 1].map(() => Object.fromEntries(field.columns.map(({ id }) => [id, text()])));
      if (field.type === 'list') return [text(), text()];
      if (field.type === 'assumptions') return [{ text: text(), status: 'assumed' as const }];
      if (field.type === 'choice') return { chosen: field.choices.slice(0, 1), why: text() };
      if (field.type === 'quantity') return { value: text(), unit: text(), derivation: text() };
      return text();
    };
    return guided(
      Object.fromEntries(
        STEP_IDS.map((step) => [step, Object.fromEntries(STEP_FIELDS[step].map((one) => [one.id, value(one)]))]),
      ),
    );
  });
const someAnswers = fc.oneof(someProse, somePage, someForms);

describe('findContradictions', () => {
  it('finds what every rule is for in one long page of contradictions', () => {
    const prose = {
      clarify: CONTRADICTING.slice(0, 2).join(' '),
      data: CONTRADICTING.slice(2, 6).join(' '),
      evaluate: CONTRADICTING.slice(6, 8).join(' '),
      serve: CONTRADICTING.slice(9, 12).join(' '),
      monitor: 'We retrain daily. Rows are the clicks in the last 7 days.',
    };
    const rules = find(unaided(prose)).map(({ rule }) => rule);
    expect(rules).toEqual(RULE_IDS.filter((one) => one !== 'live-feature-in-batch'));
    const onPage = find(onePage({ ...prose, serve: CONTRADICTING[8] ?? '' })).map(({ rule }) => rule);
    expect(onPage).toContain('live-feature-in-batch');
  });

  it('takes no facts and no answers', () => {
    expect(find({}, [])).toEqual([]);
    expect(find(unaided({ clarify: '' }))).toEqual([]);
  });

  it('passes over an id that the case does not have', () => {
    const answers = unaided({ clarify: 'We have 50M DAU.' });
    expect(findContradictions({ caseStudy: { facts: FACTS }, answers, revealedFacts: ['gone', 'negatives'] })).toEqual(
      [],
    );
  });

  it('takes forms that the schema of answers takes', () => {
    fc.assert(
      fc.property(someForms, (answers) => {
        for (const step of STEP_IDS) expect(answerSchema('guided', step)?.safeParse(answers[step]).success).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('quotes exactly what stands in the answer and in the fact', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        for (const { quotes, why, rule } of find(answers)) {
          expect(RULE_IDS).toContain(rule);
          expect(why).toMatch(/^[A-Z0-9].*\.$/s);
          for (const quote of quotes) {
            if ('fact' in quote) {
              const text = FACTS.find(({ id }) => id === quote.fact)?.answer.text;
              expect(text?.slice(quote.start, quote.end)).toBe(quote.text);
            } else {
              const answer = answers[quote.slot];
              expect(answer && quoteHolds(quote, passagesOf(quote.slot, answer))).toBe(true);
              expect(quoteSchema.safeParse(quote).success).toBe(true);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same whatever the order in which answers and facts are handed over', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(find(reversed, [...FACTS].reverse())).toEqual(find(answers));
      }),
    );
  });

  it('finds no more when what was said is denied', () => {
    const denied = CONTRADICTING.map((one) => `I would not say that ${one}`).join('\n');
    expect(find(onePage({ clarify: denied }))).toEqual([]);
  });
});
