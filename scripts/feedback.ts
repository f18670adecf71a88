/**
 * `npm run -s feedback -- --case <slug> --step <step> [--no-encoder] < answer.txt`: what the matcher finds in an answer,
 * as JSON. Offsets are UTF-16 code units of the answer as it was given. Exits with 2 when it was not asked properly.
 */

import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ContentError, compileContent } from '@/lib/content/compile/compile-content';
import { formatFinding } from '@/lib/content/finding';
import { COMPILED_FOLDER, openLibrary } from '@/lib/content/library';
import type { CaseStudy } from '@/lib/core/case-study';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import { matching } from '@/lib/matching/matching';
import { bundleWorker } from './build/bundle-worker';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const USAGE = 'Usage: npm run -s feedback -- --case <slug> --step <step> [--no-encoder] < answer.txt';

class UsageError extends Error {}

interface Asked {
  readonly slug: string;
  readonly step: StepId;
  readonly useEncoder: boolean;
}

function readArguments(): Asked {
  let values: { case?: string | undefined; step?: string | undefined; 'no-encoder'?: boolean | undefined };
  try {
    ({ values } = parseArgs({
      options: { case: { type: 'string' }, step: { type: 'string' }, 'no-encoder': { type: 'boolean' } },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.case === undefined || values.step === undefined) throw new UsageError('A case and a step are needed.');
  const step = STEP_IDS.find((id) => id === values.step);
  if (step === undefined) throw new UsageError(`There is no step "${values.step}". There are: ${STEP_IDS.join(', ')}.`);
  if (process.stdin.isTTY) throw new UsageError('The answer is read from standard input.');
  return { slug: values.case, step, useEncoder: values['no-encoder'] !== true };
}

async function openCase(slug: string): Promise<CaseStudy> {
  const outDir = join(root, COMPILED_FOLDER);
  const { index } = await compileContent({ contentDir: join(root, 'content'), outDir, mode: 'development' });
  const study = openLibrary(outDir, false).findCase(slug);
  if (study !== null) return study;
  const broken = index.brokenCases.find((one) => one.slug === slug);
  if (broken !== undefined)
    throw new UsageError(`The case ${slug} has mistakes:\n${broken.findings.map(formatFinding).join('\n')}`);
  throw new UsageError(`There is no case "${slug}". There are: ${index.cases.map((one) => one.slug).join(', ')}.`);
}

async function main(): Promise<void> {
  const { slug, step, useEncoder } = readArguments();
  const { steps, prompt, facts } = await openCase(slug);
  const answer = await text(process.stdin);
  const { expectations, hints, workedAnswer } = steps[step];
  await bundleWorker(root, '.generated');
  const service = matching();
  const { results } = await service.match('', {
    step,
    expectations,
    prompt: prompt.text,
    shown: [
      { source: 'prompt', text: prompt.text },
      ...facts.map((fact) => ({ source: 'fact' as const, text: fact.answer.text })),
      ...hints.map((hint) => ({ source: 'hint' as const, text: hint.text })),
      ...workedAnswer.map(({ body }) => ({ source: 'worked-answer' as const, text: body.text })),
    ],
    passages: [{ path: 'text', kind: 'text', text: answer }],
    useEncoder,
  });
  await service.close();
  const printed = results.map(({ expectation, state, confidence, quote }) => ({
    expectation,
    state,
    confidence,
    quote: quote && { start: quote.start, end: quote.end, text: quote.text },
  }));
  console.log(JSON.stringify(printed, null, 2));
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n${USAGE}`);
    process.exitCode = 2;
  } else {
    console.error(error instanceof ContentError ? error.findings.map(formatFinding).join('\n') : error);
    process.exitCode = 1;
  }
});
