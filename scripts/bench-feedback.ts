/**
 * `npm run bench:feedback [-- --data <semeval-3way.zip>] [--write]`: measures how well expectations are found, on public data
 * and on our own graded answers. With `--write` the coefficients, the cut-offs, the figures that the product shows and the
 * tables of docs/feedback-measurements.md become those measured. Vectors are kept in `.tmp`; the first run takes some ten
 * minutes.
 *
 * `npm run bench:feedback -- latency [--write]`: measures time and memory, for which nothing else may run on the machine.
 * Ends with 1 when more is taken than is wanted.
 *
 * `npm run bench:feedback -- elsewhere`: what the cases expect becomes what the matcher carries, for telling answers to other
 * cases. To be run when an expectation has changed, and before anything is measured.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileContent } from '@/lib/content/compile/compile-content';
import { COMPILED_FOLDER, type Library, openLibrary } from '@/lib/content/library';
import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';
import { type MatchingLevel, withoutLength } from '@/lib/core/feedback/matcher';
import { openMiniLm } from '@/lib/matching/mini-lm';
import { findWeightsFolder, readWeights } from '@/lib/matching/weights';
import { attacksOn } from './bench-feedback/attacks';
import { asAnswers, readDenials } from './bench-feedback/denials';
import { expectedElsewhere } from './bench-feedback/expected-elsewhere';
import { figuresOf, timeFiguresOf, writeFigures } from './bench-feedback/figures';
import { readGradedSet } from './bench-feedback/graded-set';
import { measureLatencyAlone } from './bench-feedback/latency';
import { agreement, measureOwn } from './bench-feedback/own-part';
import { measuredTexts, negatedStatements, textsToEncode } from './bench-feedback/own-scores';
import { cutOffOrigin, isQuickEnough, tablesOf, timesOf } from './bench-feedback/report';
import { readSemEval } from './bench-feedback/semeval';
import { answerText, measure } from './bench-feedback/semeval-features';
import { fitCommitted, LEXICAL, MUTUAL, measureMethod, measureModel, SEMANTIC } from './bench-feedback/semeval-part';
import { keptInMemory, storedVectors } from './bench-feedback/vector-store';

const root = join(import.meta.dirname, '..');
const core = (name: string) => join(root, 'lib/core/feedback', name);
const { values, positionals } = parseArgs({
  options: { data: { type: 'string' }, write: { type: 'boolean' } },
  allowPositionals: true,
});
const data =
  values.data ?? process.env.SEMEVAL_2013_TASK_7 ?? join(root, '../shared/data/semeval-2013-task7/semeval-3way.zip');
const log = (line: string) => console.error(line);

async function measureQuality(): Promise<void> {
  if (!existsSync(data)) {
    console.error(
      `${data} is not there. SemEval-2013 Task 7 (semeval-3way.zip) is needed: give its path with --data or SEMEVAL_2013_TASK_7.`,
    );
    process.exitCode = 2;
    return;
  }
  const date = today();
  const encoder = await openMiniLm(readWeights(findWeightsFolder()));

  const rows = readSemEval(data);
  const publicTexts = rows.flatMap((row) => [row.question, ...row.references, answerText(row)]);
  const measured = measure(rows, await stored('semeval', encoder, publicTexts));
  log(`${rows.length} public answers measured`);
  const methods = [
    measureMethod('shared words (Jaccard)', measured, ['jaccard']),
    measureMethod('shared weight (coverage)', measured, ['coverage']),
    measureMethod('BM25', measured, ['bm25']),
    measureMethod('character trigrams', measured, ['trigrams']),
    measureMethod('cosine of the encoder', measured, ['cosine']),
    measureMethod('aligned words, demoted', measured, ['alignedRecallDemoted']),
    measureMethod('**keywords**', measured, LEXICAL),
    measureMethod('**sentences**', measured, [...LEXICAL, ...SEMANTIC]),
  ];
  const models = {
    sentences: fitCommitted(measured, [...LEXICAL, MUTUAL, ...SEMANTIC]),
    keywords: fitCommitted(measured, [...LEXICAL, MUTUAL]),
  };
  methods.push(
    measureModel('keywords, as committed', measured, models.keywords),
    measureModel('sentences, as committed', measured, models.sentences),
  );

  const library = await compiled();
  const graded = readGradedSet(join(root, 'tests/graded-answers'));
  const cases = library.listCases().flatMap(({ slug }) => library.findCase(slug) ?? []);
  const judgedCases = cases.filter(({ slug }) => graded.some((one) => one.slug === slug));
  const denials = readDenials(join(root, 'tests/graded-answers'));
  const own = [
    ...judgedCases.flatMap((study) => [
      ...measuredTexts(study, graded),
      ...negatedStatements(study),
      ...attacksOn(study),
    ]),
    ...asAnswers([...denials.developedOn, ...denials.unseen], judgedCases),
  ];
  const vectors = await stored('own', encoder, textsToEncode(own));
  const results = (['sentences', 'keywords'] as MatchingLevel[]).map((level) => {
    log(`our own cases: ${level}`);
    const [model, words] = [withoutLength(models[level]), withoutLength(models.keywords)];
    return measureOwn(level, graded, judgedCases, { model, words }, level === 'sentences' ? vectors : null, denials);
  });
  const measurements = { date, methods, agreement: agreement(graded), own: results };
  const tables = tablesOf(measurements);
  console.log(tables);
  if (!values.write) return;
  const origin = `npm run bench:feedback -- --write, ${date}: logistic regression on the training part of SciEntsBank, SemEval-2013 Task 7 (Dzikovska et al., 2013; CC BY-SA 3.0), no weight below 0 but that of length.`;
  writeFileSync(core('coefficients.json'), `${JSON.stringify({ origin, ...models }, null, 2)}\n`);
  const cutOffs = Object.fromEntries(results.map(({ level, cutOffs: chosen }) => [level, chosen]));
  writeFileSync(
    core('cut-offs.json'),
    `${JSON.stringify({ origin: cutOffOrigin(graded.length, date), ...cutOffs }, null, 2)}\n`,
  );
  writeFigures(core('measured.json'), { measured: figuresOf(measurements) });
  writeIntoPage('tables', tables);
}

/** What the cases expect becomes what the matcher carries. */
async function writeElsewhere(): Promise<void> {
  const library = await compiled();
  const cases = library.listCases().flatMap(({ slug }) => library.findCase(slug) ?? []);
  writeFileSync(core('elsewhere.json'), `${JSON.stringify(expectedElsewhere(cases), null, 2)}\n`);
}

async function measureTime(): Promise<void> {
  const library = await compiled();
  const [first] = library.listCases();
  if (first === undefined) throw new Error('There is no case.');
  const latency = await measureLatencyAlone(root, first.slug);
  const times = timesOf(today(), latency);
  console.log(times);
  if (values.write) {
    writeFigures(core('measured.json'), { time: timeFiguresOf(today(), latency) });
    writeIntoPage('times', times);
  }
  if (!isQuickEnough(latency)) process.exitCode = 1;
}

const today = () => new Date().toISOString().slice(0, 10);

async function compiled(): Promise<Library> {
  const outDir = join(root, COMPILED_FOLDER);
  await compileContent({ contentDir: join(root, 'content'), outDir, mode: 'production' });
  return openLibrary(outDir, false);
}

/** Puts what was measured between the marks of that name in docs/feedback-measurements.md. */
function writeIntoPage(name: string, text: string): void {
  const page = join(root, 'docs/feedback-measurements.md');
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(start);
  const [, after = ''] = rest.split(end);
  writeFileSync(page, `${before}${start}\n\n${text}\n${end}${after}`);
}

/** Vectors of texts, kept for the next run and, as far as they were asked for, in memory. */
async function stored(name: string, encoder: Encoder, texts: readonly string[]): Promise<(text: string) => Encoded> {
  const read = await storedVectors(join(root, '.tmp/bench-feedback', name), encoder, texts, log);
  return name === 'own' ? keptInMemory(read) : read;
}

const work = { latency: measureTime, elsewhere: writeElsewhere }[positionals[0] ?? ''] ?? measureQuality;
work().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
