import { z } from 'zod';
import type { Answer } from './answer';
import { STEP_IDS } from './steps';

/**
 * The shape of any answer, whatever its mode and slot, as it comes out of the database or over the API. Looser than
 * what may be saved: an answer from before a field was renamed must still be readable.
 */
const fieldValue = z.union([
  z.string(),
  z.array(z.string()),
  z.array(z.strictObject({ text: z.string(), status: z.enum(['assumed', 'confirmed']) })),
  z.strictObject({ chosen: z.array(z.string()), why: z.string() }),
  z.strictObject({ value: z.string(), unit: z.string(), derivation: z.string() }),
  z.array(z.record(z.string(), z.string())),
]);

export const storedAnswerSchema: z.ZodType<Answer> = z.union([
  z.strictObject({ fields: z.record(z.string(), fieldValue) }),
  z.strictObject({
    text: z.string(),
    diagram: z.string().optional(),
    tags: z.array(z.strictObject({ start: z.int(), end: z.int(), step: z.enum(STEP_IDS) })),
  }),
  z.strictObject({ text: z.string(), diagram: z.string().optional() }),
]);
