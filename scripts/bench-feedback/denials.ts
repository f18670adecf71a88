import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CaseStudy } from '@/lib/core/case-study';
import { STEP_IDS } from '@/lib/core/steps';
import type { OwnText } from './own-scores';

const denial = z.strictObject({
  case: z.string(),
  step: z.enum(STEP_IDS),
  /** What it denies. */
  expectation: z.string(),
  text: z.string(),
});
const file = z.strictObject({ developedOn: z.array(denial), unseen: z.array(denial) });

/** Denials that were written by hand: those that the matcher was developed on, and those written after. */
export type WrittenDenials = z.infer<typeof file>;

/** @throws Error when the file of the graded set is not as it should be */
export const readDenials = (folder: string): WrittenDenials =>
  file.parse(JSON.parse(readFileSync(join(folder, 'denials.json'), 'utf8')));

/** As answers, with the expectation that each denies. */
export function asAnswers(
  denials: readonly z.infer<typeof denial>[],
  cases: readonly CaseStudy[],
): (OwnText & { readonly expectation: string })[] {
  return denials.map(({ case: slug, step, expectation, text }) => {
    const study = cases.find((one) => one.slug === slug);
    if (study === undefined) throw new Error(`There is no case ${slug}.`);
    return { study, step, text, expectation };
  });
}
