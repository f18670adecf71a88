/**
 * `npm run feedback:check [-- slug …] [--no-encoder]`: what the matcher makes of the examples of a case, each when it has not
 * seen it, and of its exemplars. Every example that fails is named with the line to mend. Exits with 1 when any does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileContent } from '@/lib/content/compile/compile-content';
import { COMPILED_FOLDER, openLibrary } from '@/lib/content/library';
import type { CaseStudy } from '@/lib/core/case-study';
import { matcherFor } from '@/lib/core/feedback/matcher';
import { STEP_IDS } from '@/lib/core/steps';
import { openMiniLm } from '@/lib/matching/mini-lm';
import { findWeightsFolder, readWeights } from '@/lib/matching/weights';
import { readGradedSet } from './bench-feedback/graded-set';
import { type JudgedExample, judgeExamples } from './bench-feedback/judge-examples';
import { shareFound } from './bench-feedback/own-part';
import { measuredTexts, textsToEncode } from './bench-feedback/own-scores';
import { keptInMemory, storedVectors } from './bench-feedback/vector-store';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({ options: { 'no-encoder': { type: 'boolean' } }, allowPositionals: true });
const level = values['no-encoder'] ? 'keywords' : 'sentences';
const matcher = matcherFor(level);

/** What is wanted of the weight that an exemplar finds. */
const LEAST_OF_STRONG = 0.8;
const MOST_OF_WEAK = 0.35;

async function vectorsOf(cases: readonly CaseStudy[]) {
  if (level === 'keywords') return null;
  const graded = readGradedSet(join(root, 'tests/graded-answers'));
  const texts = textsToEncode(cases.flatMap((study) => measuredTexts(study, graded)));
  const encoder = await openMiniLm(readWeights(findWeightsFolder()));
  const log = (line: string) => console.error(line);
  return keptInMemory(await storedVectors(join(root, '.tmp/bench-feedback/own'), encoder, texts, log));
}

/** `file:line` of an example. */
function placeOf({ held }: JudgedExample): string {
  const file = `content/cases/${held.slug}/${STEP_IDS.indexOf(held.step) + 1}-${held.step}.md`;
  const key = held.counts ? 'counts:' : 'does not count:';
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const line = lines.findIndex((one) => one.includes(key) && one.includes(held.text));
  return line < 0 ? file : `${file}:${line + 1}`;
}

function faultsOf({ held, confidence, isFound, isFoundInPlace, neighbours }: JudgedExample): string[] {
  const said = `${confidence.toFixed(2)}, found from ${matcher.foundFrom}`;
  if (!held.counts) return isFoundInPlace ? [`does not count, but is found for ${held.expectation} (${said})`] : [];
  return [
    ...(isFound ? [] : [`counts, but is not found for ${held.expectation} (${said})`]),
    ...neighbours.map((other) => `counts for ${held.expectation}, but is found for ${other} too`),
  ];
}

function check(study: CaseStudy, vectors: Awaited<ReturnType<typeof vectorsOf>>): boolean {
  const judged = judgeExamples(study, matcher, vectors, matcher.foundFrom);
  const faults = judged.flatMap((one) => faultsOf(one).map((fault) => `${placeOf(one)} ${fault}`));
  for (const fault of faults) console.log(fault);
  const [strong, weak] = (['strong', 'weak'] as const).map((quality) =>
    shareFound(study, quality, matcher, vectors, matcher),
  ) as [number, number];
  const isWell = faults.length === 0 && strong >= LEAST_OF_STRONG && weak <= MOST_OF_WEAK;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  console.log(
    `${study.slug}: ${faults.length} of ${judged.length} examples to look at; the strong exemplar finds ${percent(strong)} of the weight (wanted: ${percent(LEAST_OF_STRONG)}), the weak one ${percent(weak)} (at most ${percent(MOST_OF_WEAK)})${isWell ? '' : ': TO MEND'}`,
  );
  return isWell;
}

const outDir = join(root, COMPILED_FOLDER);
await compileContent({ contentDir: join(root, 'content'), outDir, mode: 'production' });
const library = openLibrary(outDir, false);
const all = library.listCases().flatMap(({ slug }) => library.findCase(slug) ?? []);
const vectors = await vectorsOf(all);
const asked = all.filter(({ slug }) => positionals.length === 0 || positionals.includes(slug));
const results = asked.map((study) => check(study, vectors));
process.exitCode = results.length > 0 && results.every(Boolean) ? 0 : 1;
