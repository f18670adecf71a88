import type { KatexOptions } from 'katex';

/** How formulas are set, here and when a case is compiled. Nothing in a formula may link, load or style. */
export const KATEX_OPTIONS = {
  output: 'mathml',
  trust: false,
  maxExpand: 200,
  maxSize: 20,
} as const satisfies KatexOptions;
