import { z } from 'zod';
import { type AnswerSlot, type Mode, PAGE_SLOT } from './attempt';
import type { Field } from './field';
import { STEP_FIELDS } from './fields';
import { STEP_IDS, type StepId } from './steps';

/**
 * What an attempt holds for a step. The limits here only keep a request sane; the shorter limits of the fields
 * (`maxCharacters`) are shown to the writer and never make a save fail, because a save that fails is a loss.
 */
// More than a whole request may hold (256 kB): so a text that is too long is refused as that, and not as malformed.
const HARD_LIMIT_CHARACTERS = 256 * 1024;
const HARD_LIMIT_ITEMS = 100;

const longText = z.string().max(HARD_LIMIT_CHARACTERS);

const assumptionSchema = z.strictObject({ text: longText, status: z.enum(['assumed', 'confirmed']) });
const choiceSchema = z.strictObject({ chosen: z.array(z.string().max(80)).max(20), why: longText });
const quantitySchema = z.strictObject({ value: longText, unit: longText, derivation: longText });
const listSchema = z.array(longText).max(HARD_LIMIT_ITEMS);
const tableSchema = z.array(z.record(z.string().max(40), longText)).max(HARD_LIMIT_ITEMS);

export type Assumption = z.infer<typeof assumptionSchema>;
export type ChoiceValue = z.infer<typeof choiceSchema>;
export type QuantityValue = z.infer<typeof quantitySchema>;
export type TableRow = Record<string, string>;
export type FieldValue = string | string[] | Assumption[] | ChoiceValue | QuantityValue | TableRow[];

function fieldSchema(field: Field): z.ZodType<FieldValue> {
  switch (field.type) {
    case 'text':
    case 'diagram':
      return longText;
    case 'list':
      return listSchema;
    case 'assumptions':
      return z.array(assumptionSchema).max(HARD_LIMIT_ITEMS);
    case 'choice':
      return choiceSchema.refine((value) => value.chosen.every((one) => field.choices.includes(one)), {
        error: `Choose among: ${field.choices.join(', ')}.`,
      });
    case 'quantity':
      return quantitySchema;
    case 'table': {
      const known = new Set(field.columns.map((column) => column.id));
      return tableSchema.refine((rows) => rows.every((row) => Object.keys(row).every((key) => known.has(key))), {
        error: `The columns are: ${[...known].join(', ')}.`,
      });
    }
  }
}

function guidedSchema(step: StepId) {
  return z.strictObject({
    fields: z.strictObject(
      Object.fromEntries(STEP_FIELDS[step].map((field) => [field.id, fieldSchema(field).optional()])),
    ),
  });
}

const guidedSchemas = Object.fromEntries(STEP_IDS.map((step) => [step, guidedSchema(step)])) as Record<
  StepId,
  ReturnType<typeof guidedSchema>
>;

const unaidedSchema = z.strictObject({ text: longText, diagram: longText.optional() });

/** Offsets are UTF-16 code units of `text`, `end` exclusive. */
const tagSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(1),
  step: z.enum(STEP_IDS),
});
export type Tag = z.infer<typeof tagSchema>;

const pageSchema = z
  .strictObject({ text: longText, diagram: longText.optional(), tags: z.array(tagSchema).max(1000).default([]) })
  .refine((page) => page.tags.every((tag) => tag.start < tag.end && tag.end <= page.text.length), {
    error: 'A tag must lie inside the text.',
    path: ['tags'],
  });

export interface GuidedAnswer {
  fields: Record<string, FieldValue | undefined>;
}
export interface UnaidedAnswer {
  text: string;
  diagram?: string | undefined;
}
export interface PageAnswer extends UnaidedAnswer {
  tags: Tag[];
}
export type Answer = GuidedAnswer | UnaidedAnswer | PageAnswer;

/** The schema of what may be saved in a slot of an attempt in this mode; null when the mode has no such slot. */
export function answerSchema(mode: Mode, slot: AnswerSlot): z.ZodType<Answer> | null {
  if (mode === 'blank') return slot === PAGE_SLOT ? pageSchema : null;
  if (slot === PAGE_SLOT) return null;
  return mode === 'guided' ? guidedSchemas[slot] : unaidedSchema;
}

/** The modes in which an answer of this shape could be meant for that slot; whether it is a good one is not looked at. */
export function modesOfAnswer(slot: AnswerSlot, answer: unknown): readonly [Mode, ...Mode[]] {
  if (slot === PAGE_SLOT) return ['blank'];
  return typeof answer === 'object' && answer !== null && 'fields' in answer ? ['guided'] : ['unaided', 'interview'];
}

/** The answer that nothing has been written in yet (revision 0). */
export function emptyAnswer(mode: Mode): Answer {
  if (mode === 'guided') return { fields: {} };
  return mode === 'blank' ? { text: '', tags: [] } : { text: '' };
}

export function isGuided(answer: Answer): answer is GuidedAnswer {
  return 'fields' in answer;
}

export function isPage(answer: Answer): answer is PageAnswer {
  return 'tags' in answer;
}
