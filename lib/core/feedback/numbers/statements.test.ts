import { describe, expect, it } from 'vitest';
import { quoteSchema } from '@/lib/core/quote';
import { guided, unaided } from '@/tests/fixtures/answers-of';
import { MOST_STATEMENTS, quoteOf, statementsOf } from './statements';

describe('statementsOf', () => {
  it('reads steps in their order, sentence by sentence, with the place of each number', () => {
    const statements = statementsOf(unaided({ serve: 'It takes 30 ms.', clarify: 'We have 5M users. Two steps.' }));
    expect(statements.map(({ step, text, order }) => [step, text, order])).toEqual([
      ['clarify', 'We have 5M users.', 0],
      ['clarify', 'Two steps.', 1],
      ['serve', 'It takes 30 ms.', 2],
    ]);
    expect(statements[0]?.quantities).toMatchObject([{ start: 8, end: 16, text: '5M users' }]);
  });

  it('gives a sentence of a blank page the step that most of it is tagged to', () => {
    const text = 'First sentence here. Second sentence here. Third.';
    const tags = [
      { start: 0, end: 24, step: 'data' as const },
      { start: 24, end: 42, step: 'serve' as const },
    ];
    expect(statementsOf({ page: { text, tags } }).map(({ step }) => step)).toEqual(['data', 'serve', null]);
  });

  it('reads the cells of a row, with the unit that the column or the next cell gives', () => {
    const [row] = statementsOf(
      guided({ clarify: { scale: [{ quantity: 'peak requests', value: '35k', unit: 'per second' }] } }),
    );
    expect(row?.quantities).toMatchObject([
      {
        text: '35k · per second',
        unit: 'requestsPerSecond',
        value: 35_000,
        qualifiers: ['peak'],
        label: 'peak requests',
      },
    ]);
    const [slo] = statementsOf(guided({ clarify: { slo: [{ p99: '200', availability: '50' }] } }));
    expect(slo?.quantities.map(({ unit, value }) => [unit, value])).toEqual([
      ['seconds', 0.2],
      ['ratio', 0.5],
    ]);
  });

  it('reads a cell in its own unit where it has one, and leaves one of another unit', () => {
    const row = (ms: string) =>
      statementsOf(guided({ serve: { latency_budget: [{ stage: 'rank', ms }] } }))[0]?.cells?.ms?.quantity;
    expect(row('0.2 s')?.value).toBe(0.2);
    expect(row('25 to 30')).toMatchObject({ value: 0.025, high: 0.03 });
    expect(row('5 GB')).toBeNull();
    expect(row('10 + 20')).toBeNull();
    expect(row('little')).toBeNull();
  });

  it('leaves drawings and code out', () => {
    const answers = { model: { text: '```\ntimeout = 30 ms\n```', diagram: 'flowchart LR\n a["30 ms"]' } };
    expect(statementsOf(answers).flatMap(({ quantities }) => quantities)).toEqual([]);
  });

  it('looks at the first part of what is very long', () => {
    const answers = unaided({ clarify: 'We have 5M users. '.repeat(10_000), data: 'Not reached.' });
    expect(statementsOf(answers)).toHaveLength(MOST_STATEMENTS);
    const long = guided({
      clarify: {
        scale: [{ quantity: 'a'.repeat(100_000), value: '5'.repeat(50_000) }, { quantity: 'b'.repeat(150_000) }],
      },
    });
    expect(statementsOf(long)).toHaveLength(1);
  });

  it('quotes no more than a quote may hold', () => {
    const [row] = statementsOf(guided({ clarify: { scale: [{ quantity: 'a'.repeat(30_000) }] } }));
    expect(row && quoteSchema.safeParse(quoteOf(row)).success).toBe(true);
  });
});
