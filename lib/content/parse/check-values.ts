import type { z } from 'zod';
import { closestWord } from '../did-you-mean';
import type { Place } from '../finding';
import type { Report } from './report';

type Path = readonly PropertyKey[];

/** Where a value stands, and what the author calls it. */
export interface Located {
  readonly place: Place;
  readonly label: string;
}

/**
 * Checks a value with zod and turns each issue into a finding at the place that it is about. What was found is told from
 * the value; the schema's own message says what would be right.
 *
 * @param locate null for what another finding has told already
 * @returns the parsed value, or null when there were issues.
 */
export function checkValues<T>(
  report: Report,
  schema: z.ZodType<T>,
  value: unknown,
  locate: (path: Path) => Located | null,
): T | null {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const located = locate(issue.path);
    if (located) report.add(located.place, whatWasFound(issue, located.label), fixFor(issue));
  }
  return null;
}

function fixFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const near = closestWord(issue.input, issue.values.map(String));
    if (near !== null) return `Did you mean ${near}?`;
  }
  return issue.message;
}

function whatWasFound(issue: z.core.$ZodIssue, label: string): string {
  const { input } = issue;
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      if (Array.isArray(input)) return `${label}: there ${input.length === 1 ? 'is' : 'are'} ${input.length}.`;
      if (typeof input === 'string') {
        return input === '' ? `${label} is empty.` : `${label} is ${input.length} characters long.`;
      }
      return `${label} is ${String(input)}.`;
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `\`${key}\``).join(', ')} is not known here.`;
    default:
      if (input === undefined || input === null) return `${label} is missing.`;
      if (Array.isArray(input)) return `${label} is a list.`;
      if (typeof input === 'object') return `${label} is a group of values.`;
      return `${label} is \`${String(input).slice(0, 60)}\`.`;
  }
}
