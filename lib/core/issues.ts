import type { z } from 'zod';
import { AppError, type Issue } from './app-error';

const MAX_ISSUES = 20;

/** What zod found wrong, with dotted paths, under a prefix when the value is part of a larger one. */
export function issuesOf(error: z.ZodError, prefix: readonly string[] = []): Issue[] {
  return error.issues
    .slice(0, MAX_ISSUES)
    .map((issue) => ({ path: [...prefix, ...issue.path.map(String)].join('.'), message: issue.message }));
}

/** @throws AppError `invalid`, naming each thing that is wrong. */
export function checkWith<Value>(schema: z.ZodType<Value>, value: unknown, prefix: readonly string[] = []): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid', undefined, { issues: issuesOf(parsed.error, prefix) });
}

/** An `invalid` error about one thing. */
export function invalid(path: string, message: string): AppError {
  return new AppError('invalid', message, { issues: [{ path, message }] });
}
