import { z } from 'zod';
import stored from './measured.json';

const interval = z.object({ low: z.number(), high: z.number() });
const share = z.object({ hits: z.int(), all: z.int(), interval });
const level = z.object({
  /** Of what was called *found*, how much both markers found too. */
  precision: share,
  /** Of what both markers found, how much was called *found*. */
  recall: share,
  /** Called *not found* although both markers found it. */
  overlooked: z.object({ hits: z.int(), all: z.int() }),
  /** Statements that were denied, or said without being claimed, and were found, of all. */
  negations: z.object({ hits: z.int(), all: z.int() }),
  /** Denials by hand, in words of their own, that were found; the matcher was not developed on them. Since matcher 4. */
  denials: z.object({ hits: z.int(), all: z.int() }).optional(),
});

const figures = z.object({
  /** ISO date. */
  date: z.iso.date(),
  matcherVersion: z.string(),
  /** Graded answers, the cases they are about, and what each of two people marked. */
  answers: z.int(),
  cases: z.int(),
  marks: z.int(),
  /** How far the two agreed on found or not, beyond chance: 1 is always, 0 no better than chance. */
  kappa: z.number(),
  kappaInterval: interval,
  sentences: level,
  keywords: level,
});
export type Figures = z.infer<typeof figures>;

const timeFigures = z.object({
  /** ISO date. */
  date: z.iso.date(),
  /** Half of the runs are quicker, for an answer of so many sentences. */
  medianMs: z.number(),
  sentences: z.int(),
});
export type TimeFigures = z.infer<typeof timeFigures>;

/** What is kept: how good findings are, and how long they take, each null until it was measured. */
export const measuredFile = z.object({ measured: figures.nullable(), time: timeFigures.nullable() });

/** What `npm run bench:feedback -- --write` measured: those figures of docs/feedback-measurements.md that the product shows. */
export const { measured: MEASURED, time: MEASURED_TIME } = measuredFile.parse(stored);
