import { MATCHER_VERSION } from '@/lib/core/feedback/matcher';
import { MINI_LM_ID } from '@/lib/matching/weights';
import type { Interval } from './classification';
import { type Tally, WANTED } from './cut-offs';
import type { LatencyResult } from './latency';
import type { agreement, OwnResult } from './own-part';
import { type MethodResult, TESTS } from './semeval-part';

export interface Measurements {
  /** ISO date. */
  readonly date: string;
  readonly methods: readonly MethodResult[];
  readonly agreement: ReturnType<typeof agreement>;
  readonly own: readonly OwnResult[];
}

/** What the recommended combination reached before this was built: accuracy, macro-F1, AUC for each of `TESTS`. */
const TO_REACH = [
  [0.757, 0.745, 0.82],
  [0.732, 0.728, 0.811],
  [0.759, 0.745, 0.822],
];

const three = (value: number) => value.toFixed(3).replace(/^0/, '');
const two = (value: number) => value.toFixed(2).replace(/^0/, '');
const between = ({ low, high }: Interval, show = two) => `${show(low)} to ${show(high)}`;
const share = (hits: number, all: number) => (all === 0 ? 'none' : two(hits / all));
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const LEVELS = { sentences: 'with the encoder', keywords: 'keywords only' } as const;

/** The tables of `docs/feedback-measurements.md`; what stands around them is written by hand. */
export function tablesOf({ date, methods, agreement: markers, own }: Measurements): string {
  return `Measured on ${date}, matcher ${MATCHER_VERSION}, encoder ${MINI_LM_ID}.

### Public data: SemEval-2013 Task 7, correct or not

Accuracy / macro-F1 / AUC, with the 95 % interval of the AUC by the bootstrap over questions.

${table(
  ['', ...TESTS.map(({ name }) => name)],
  [
    ['to reach', ...TO_REACH.map((values) => values.map(three).join(' / '))],
    ...methods.map(({ method, tests }) => [
      method,
      ...tests.map(
        ({ accuracy, macroF1, auc, aucInterval }) =>
          `${[accuracy, macroF1, auc].map(three).join(' / ')} (${between(aucInterval)})`,
      ),
    ]),
  ],
)}

### Our own graded set: two markers

${markers.answers} answers, ${markers.marks} marks by each. The same state ${markers.same} times (${share(markers.same, markers.marks)}); *found* by both ${markers.bothFound} times.
Cohen's kappa over three states ${two(markers.kappa)} (${between(markers.kappaInterval)}), over found or not ${two(markers.foundKappa)} (${between(markers.foundKappaInterval)}).

### Our own graded set: the case left out

Truth is *found* when both markers say so. Cut-offs are chosen on the other two cases, and everything is counted on the case left out.

${table(
  ['', ...own.map(({ level }) => LEVELS[level])],
  [
    ['AUC of found', ...own.map(({ auc, aucInterval }) => `${two(auc)} (${between(aucInterval)})`)],
    [
      '**precision of found**',
      ...own.map(
        ({ together, precisionInterval }) =>
          `**${share(together.rightlyFound, together.calledFound)}** (${between(precisionInterval)}), ${together.rightlyFound} of ${together.calledFound}`,
      ),
    ],
    [
      '**recall of found**',
      ...own.map(
        ({ together, recallInterval }) =>
          `**${share(together.rightlyFound, together.trulyFound)}** (${between(recallInterval)}), ${together.rightlyFound} of ${together.trulyFound}`,
      ),
    ],
    ['unclear', ...own.map(({ together }) => String(together.unclear))],
    [
      '*not found* that was found by both markers',
      ...own.map(({ together }) => `${together.wronglyNotFound} of ${together.calledNotFound}`),
    ],
    [
      'cut-offs committed (found, unclear)',
      ...own.map(({ cutOffs }) => `${two(cutOffs.foundFrom)}, ${two(cutOffs.unclearFrom)}`),
    ],
  ],
)}

${table(
  ['case left out', ...own.map(({ level }) => `${LEVELS[level]}: cut-offs; precision; recall`)],
  (own[0]?.folds ?? []).map(({ slug }) => [
    slug,
    ...own.map(({ folds }) => {
      const fold = folds.find((one) => one.slug === slug);
      return fold === undefined
        ? ''
        : `${two(fold.cutOffs.foundFrom)}, ${two(fold.cutOffs.unclearFrom)}; ${precisionAndRecall(fold.tally)}`;
    }),
  ]),
)}

${table(
  ['kind of answer', ...own.map(({ level }) => `${LEVELS[level]}: precision; recall`)],
  (own[0]?.kinds ?? []).map(({ kind }) => [
    kind,
    ...own.map(({ kinds }) => {
      const found = kinds.find((one) => one.kind === kind);
      return found === undefined ? '' : precisionAndRecall(found.tally);
    }),
  ]),
)}

### What authors write

At the committed cut-offs, which have seen all cases.

${table(
  [
    'weight found in the exemplars',
    ...own.flatMap(({ level }) => [`strong, ${LEVELS[level]}`, `weak, ${LEVELS[level]}`]),
  ],
  (own[0]?.exemplars ?? []).map(({ slug }) => [
    slug,
    ...own.flatMap(({ exemplars }) => {
      const found = exemplars.find((one) => one.slug === slug);
      return found === undefined ? ['', ''] : [two(found.strong), two(found.weak)];
    }),
  ]),
)}

${table(
  ['examples, each held out', ...own.map(({ level }) => LEVELS[level])],
  [
    [
      'one that counts finds its expectation',
      ...own.map(({ examples: e }) => `${share(e.countsFound, e.counts)} of ${e.counts}`),
    ],
    [
      'its expectation is the closest of the step',
      ...own.map(({ examples: e }) => `${share(e.countsClosest, e.counts)}`),
    ],
    ['it finds a neighbour', ...own.map(({ examples: e }) => `${e.neighboursFound} of ${e.neighbours}`)],
    [
      'a near miss is found, as the case stands',
      ...own.map(({ examples: e }) => `${e.nearMissesFoundInPlace} of ${e.nearMisses}`),
    ],
    ['a near miss is found, held out too', ...own.map(({ examples: e }) => `${e.nearMissesFound} of ${e.nearMisses}`)],
  ],
)}

### What an attacker writes

At the committed cut-offs. The denials were written by hand, in words of their own; the matcher was developed on the first row of
them and not on the second.

${table(
  ['found', ...own.map(({ level }) => LEVELS[level])],
  [
    ['a statement, denied or not claimed', ...own.map(({ negations }) => ofAll(negations))],
    ['a denial that the matcher was developed on', ...own.map(({ denials }) => ofAll(denials.developedOn))],
    ['**a denial that was written afterwards**', ...own.map(({ denials }) => `**${ofAll(denials.unseen)}**`)],
    ...(own[0]?.attacks ?? []).map(({ name }) => [
      name,
      ...own.map(({ attacks }) => ofAll(attacks.find((one) => one.name === name) ?? { found: 0, all: 0 })),
    ]),
  ],
)}
`;
}

/** What is wanted of the time until the result, and of the memory of the worker. */
const MOST_MS = 500;
const MOST_MB = 450;

export const isQuickEnough = ({ medianMs, workerMb }: LatencyResult) => medianMs <= MOST_MS && workerMb <= MOST_MB;

/** The table of time and memory, which a quiet machine is needed for. */
export function timesOf(date: string, latency: LatencyResult): string {
  return `Measured on ${date}. ${latency.sentences} sentences that the worker has not seen before, against ${latency.expectations} expectations; ${latency.cores} cores at a load of ${latency.load.toFixed(1)} when it began:

${table(
  ['', 'ms'],
  [
    [`**time until the result, median** (wanted: ${MOST_MS})`, `**${Math.round(latency.medianMs)}**`],
    ['time until the result, 95 of 100', String(Math.round(latency.p95Ms))],
    ['time until the result when one sentence of the answer before has changed', String(Math.round(latency.changedMs))],
    ['time until the result when the worker has to be started', String(Math.round(latency.coldMs))],
    ['processor time of the worker, median', String(Math.round(latency.cpuMs))],
    ['processor time of the process that asks', latency.serverCpuMs.toFixed(1)],
    ['longest time for which that process answered nobody else', String(Math.round(latency.blockedMs))],
  ],
)}

The worker held ${Math.round(latency.workerMb)} MB at most (wanted: ${MOST_MB}).
`;
}

const ofAll = ({ found, all }: { found: number; all: number }) => `${found} of ${all}`;

const precisionAndRecall = (one: Tally) =>
  `${share(one.rightlyFound, one.calledFound)}; ${share(one.rightlyFound, one.trulyFound)} (${one.rightlyFound} of ${one.calledFound}, of ${one.trulyFound})`;

/** Said beside the cut-offs that are committed. */
export const cutOffOrigin = (answers: number, date: string) =>
  `npm run bench:feedback -- --write, ${date}: on ${answers} answers of tests/graded-answers, the lowest cut-off with ${WANTED.found} of found right, and the highest with ${WANTED.notFound} of not found right. Each was judged on cases that it was not chosen on: docs/feedback-measurements.md.`;
