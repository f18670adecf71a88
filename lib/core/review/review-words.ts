// Apart from the schemas: what only names a verdict should not load a validator.

export const EXPECTATION_MARKS = ['found', 'after-nudge', 'absent'] as const;
export type ExpectationMarkWord = (typeof EXPECTATION_MARKS)[number];

export const COMMENT_KINDS = ['strength', 'gap', 'question', 'error'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** From the worst to the best. */
export const VERDICTS = ['no-hire', 'lean-no-hire', 'lean-hire', 'strong-hire'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const COMMENT_STATES = ['open', 'resolved'] as const;
export type CommentStateWord = (typeof COMMENT_STATES)[number];

/** The candidate's word on a review. */
export const HELPED = ['helped', 'partly', 'not'] as const;
export type Helped = (typeof HELPED)[number];

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  'no-hire': 'No hire',
  'lean-no-hire': 'Lean no hire',
  'lean-hire': 'Lean hire',
  'strong-hire': 'Strong hire',
};

export const COMMENT_KIND_NAMES: Readonly<Record<CommentKind, string>> = {
  strength: 'Strength',
  gap: 'Gap',
  question: 'Question',
  error: 'Error',
};

export const EXPECTATION_MARK_NAMES: Readonly<Record<ExpectationMarkWord, string>> = {
  found: 'Found',
  'after-nudge': 'Found after a nudge',
  absent: 'Absent',
};

/** The key of an expectation's mark in a review: `<step>/<expectation id>`. */
export function expectationKeyOf(step: string, expectationId: string): string {
  return `${step}/${expectationId}`;
}
