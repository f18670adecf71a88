import type { z } from 'zod';
import { fromStorable } from '@/lib/core/storable-json';

/**
 * Reads a JSON column.
 *
 * @param where names the row in the error: `AnswerSave 3f…/clarify/12`.
 * @throws Error when the column holds something that no version of Warmstart has written.
 */
export function readJsonColumn<Value>(value: unknown, schema: z.ZodType<Value>, where: string): Value {
  const parsed = schema.safeParse(fromStorable(value));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${where} cannot be read: ${issue?.path.join('.') || 'it'}: ${issue?.message}`);
}
