import type { Answer, FieldValue, GuidedAnswer } from '@/lib/core/answer';
import type { AnswerSlot, StartableMode } from '@/lib/core/attempt';
import type { Column, Field } from '@/lib/core/field';
import { STEP_FIELDS } from '@/lib/core/fields';
import { STEP_IDS, type StepId } from '@/lib/core/steps';

/** What goes into every place of an answer that takes words, and into every drawing. */
export interface Filling {
  readonly text: string;
  readonly diagram: string;
}

export const PLAIN: Filling = {
  text: 'We retrieve 500 candidates in 25 ms, then rank them.',
  diagram: 'flowchart LR\n  request[Request] --> retrieve[Retrieval] --> rank[Ranker]',
};

function cell(column: Column, text: string, row: number): string {
  if (column.kind === 'choice') return column.choices?.[0] ?? '';
  return column.kind === 'number' ? String((row + 1) * 20) : text;
}

function fieldValue(field: Field, { text, diagram }: Filling): FieldValue {
  switch (field.type) {
    case 'text':
      return text;
    case 'diagram':
      return diagram;
    case 'list':
      return [text, `${text} Again.`];
    case 'assumptions':
      return [
        { text, status: 'assumed' },
        { text: `${text} Again.`, status: 'confirmed' },
      ];
    case 'choice':
      return { chosen: field.choices.slice(0, field.multiple ? 2 : 1), why: field.maxWhyCharacters > 0 ? text : '' };
    case 'quantity':
      return { value: '30', unit: text, derivation: text };
    case 'table':
      return [0, 1].map((row) => Object.fromEntries(field.columns.map((one) => [one.id, cell(one, text, row)])));
  }
}

/** Every field of a step, filled. */
export function filledStep(step: StepId, filling: Filling = PLAIN): GuidedAnswer {
  return { fields: Object.fromEntries(STEP_FIELDS[step].map((field) => [field.id, fieldValue(field, filling)])) };
}

/** A whole attempt in which no place is empty. */
export function filledAttempt(mode: StartableMode, filling: Filling = PLAIN): [AnswerSlot, Answer][] {
  if (mode === 'guided') return STEP_IDS.map((step) => [step, filledStep(step, filling)]);
  if (mode === 'unaided') return STEP_IDS.map((step) => [step, filling]);
  const { text, diagram } = filling;
  // One piece for each step, and a last one for none.
  const page = STEP_IDS.map(() => text).join('\n');
  const tags = STEP_IDS.map((step, index) => {
    const start = index * (text.length + 1);
    return { start, end: start + text.length, step };
  });
  return [['page', { text: `${page}\nWords without a step.`, diagram, tags }]];
}
