import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, PageAnswer } from './answer';
import { type AnswerBlock, answerBlocks, type Excerpt, taggedText, textOfStep, untaggedText } from './answer-blocks';
import type { AnswerSlot } from './attempt';
import { passagesOf } from './passages';
import { STEP_IDS } from './steps';

function excerptsOf(block: AnswerBlock): Excerpt[] {
  switch (block.kind) {
    case 'text':
      return [...block.paragraphs];
    case 'list':
      return [...block.items];
    case 'diagram':
      return [block.source];
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.excerpt ?? []));
  }
}

/** Every excerpt must stand in its passage exactly where it says. */
function expectInPlace(slot: AnswerSlot, answer: Answer, excerpts: readonly Excerpt[]): void {
  const passages = passagesOf(slot, answer);
  for (const excerpt of excerpts) {
    const passage = passages.find((one) => one.path === excerpt.path);
    expect(passage?.text.slice(excerpt.start, excerpt.start + excerpt.text.length)).toBe(excerpt.text);
  }
}

const clarify: Answer = {
  fields: {
    business_goal: 'Retention.\n\n  Not clicks.',
    scale: [
      { quantity: 'peak', value: ' 35k ', unit: '', formula: 'mean × 3' },
      { quantity: '', value: '', unit: '' },
      { value: '1B', formula: '' },
    ],
    data_today: ['watch seconds', '', 'likes'],
    assumptions: [{ text: 'one region', status: 'assumed' }],
  },
};

describe('answerBlocks', () => {
  test('lays fields out in the order of the form, and leaves out what is empty', () => {
    expect(answerBlocks('clarify', clarify).map(({ id, kind }) => [id, kind])).toEqual([
      ['business_goal', 'text'],
      ['scale', 'table'],
      ['data_today', 'list'],
      ['assumptions', 'list'],
    ]);
  });

  test('keeps the place of every line, item and cell in its passage', () => {
    const excerpts = answerBlocks('clarify', clarify).flatMap(excerptsOf);
    expect(excerpts.map((one) => [one.path, one.start, one.text])).toEqual([
      ['business_goal', 0, 'Retention.'],
      ['business_goal', 12, '  Not clicks.'],
      ['scale.0', 0, 'peak'],
      ['scale.0', 7, '35k'],
      ['scale.0', 13, 'mean × 3'],
      ['scale.2', 0, '1B'],
      ['data_today.0', 0, 'watch seconds'],
      ['data_today.2', 0, 'likes'],
      ['assumptions.0', 0, 'one region (assumed)'],
    ]);
    expectInPlace('clarify', clarify, excerpts);
  });

  test('holds for any table, whatever stands in its cells', () => {
    const cell = fc.oneof(fc.constant(''), fc.string({ maxLength: 12 }), fc.constant(' · '));
    const rows = fc.array(fc.record({ stage: cell, ms: cell }, { requiredKeys: [] }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (latency_budget) => {
        const answer = { fields: { latency_budget: latency_budget.map((row) => ({ ...row })) } };
        expectInPlace('serve', answer, answerBlocks('serve', answer).flatMap(excerptsOf));
      }),
    );
  });

  test('gives the text and the drawing of an unaided answer', () => {
    const answer = { text: 'One.\nTwo.', diagram: 'flowchart TB\n  A --> B' };
    expect(answerBlocks('model', answer)).toEqual([
      {
        id: 'text',
        label: 'Answer',
        kind: 'text',
        paragraphs: [
          { slot: 'model', path: 'text', start: 0, text: 'One.' },
          { slot: 'model', path: 'text', start: 5, text: 'Two.' },
        ],
      },
      {
        id: 'diagram',
        label: 'Diagram',
        kind: 'diagram',
        source: { slot: 'model', path: 'diagram', start: 0, text: 'flowchart TB\n  A --> B' },
      },
    ]);
  });
});

describe('a blank page', () => {
  const page: PageAnswer = {
    text: 'Goal first. Then data. Loose end.',
    tags: [
      { start: 12, end: 22, step: 'data' },
      { start: 0, end: 11, step: 'clarify' },
      { start: 5, end: 11, step: 'clarify' },
    ],
  };

  test('gathers what was tagged to a step, and keeps the rest in sight', () => {
    expect(taggedText(page, 'clarify')).toEqual([{ slot: 'page', path: 'text', start: 0, text: 'Goal first.' }]);
    expect(untaggedText(page)).toEqual([{ slot: 'page', path: 'text', start: 22, text: ' Loose end.' }]);
    const { blocks, rest } = textOfStep({ page: { ...page, diagram: 'A-->B' } }, 'data');
    expect(blocks.flatMap(excerptsOf).map((one) => one.text)).toEqual(['Then data.']);
    expect(rest.map((block) => block.kind)).toEqual(['text', 'diagram']);
  });

  test('loses no word, however tags lie', () => {
    const anyPage = fc.string({ minLength: 1, maxLength: 60 }).chain((text) =>
      fc.record({
        text: fc.constant(text),
        tags: fc.array(
          fc
            .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }), fc.constantFrom(...STEP_IDS))
            .map(([a, length, step]) => ({ start: a, end: Math.min(text.length, a + length), step })),
          { maxLength: 6 },
        ),
      }),
    );
    fc.assert(
      fc.property(anyPage, (any) => {
        const shown = [...STEP_IDS.flatMap((step) => taggedText(any, step)), ...untaggedText(any)];
        expectInPlace('page', any, shown);
        for (let offset = 0; offset < any.text.length; offset += 1) {
          if (any.text.charAt(offset).trim() === '') continue;
          expect(shown.some((one) => one.start <= offset && offset < one.start + one.text.length)).toBe(true);
        }
      }),
    );
  });
});
