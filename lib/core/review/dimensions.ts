import type { StepId } from '../steps';

/** What a review gives a band to: the seven steps, with features apart from data, and how the candidate leads. */
export const DIMENSION_IDS = [
  'clarify',
  'frame',
  'data',
  'features',
  'model',
  'evaluate',
  'serve',
  'monitor',
  'communicate',
] as const;
export type DimensionId = (typeof DIMENSION_IDS)[number];

export const BANDS = [1, 2, 3, 4] as const;
export type Band = (typeof BANDS)[number];

export interface Dimension {
  readonly id: DimensionId;
  readonly title: string;
  /** The step whose answer speaks to it; null when all do. */
  readonly step: StepId | null;
  /** What an answer in the bands 1, 2 to 3, and 4 looks like. */
  readonly looksLike: { readonly low: string; readonly middle: string; readonly high: string };
}

export const BAND_NAMES: Readonly<Record<Band, string>> = {
  1: 'Very weak',
  2: 'Weak',
  3: 'Strong',
  4: 'Very strong',
};

const dimension = (
  id: DimensionId,
  title: string,
  step: StepId | null,
  [low, middle, high]: readonly [string, string, string],
): Dimension => ({ id, title, step, looksLike: { low, middle, high } });

/** Every dimension, in the order of an interview. */
export const DIMENSIONS: readonly Dimension[] = [
  dimension('clarify', 'Clarify requirements', 'clarify', [
    'Names a model before asking anything, or does not use the answers.',
    'Writes down goal, users, scale and latency.',
    'Finds where the proxy and the goal part, and derives the design from the numbers.',
  ]),
  dimension('frame', 'Frame as an ML task', 'frame', [
    'Leaves open what the model puts out.',
    'States input, output and the decision it serves, beside a baseline without ML.',
    'Weighs two framings and ties the output to the decision and its cost.',
  ]),
  dimension('data', 'Data and labels', 'data', [
    'Takes the data as it comes and splits it at random.',
    'Defines the label by event and window, and deals with imbalance, time and privacy.',
    'Names label delay, selection or position bias, and the feedback loop, each with a remedy.',
  ]),
  dimension('features', 'Features', 'data', [
    'Says user and item features and no more.',
    'Groups them by entity, type and freshness, and checks that serving has them.',
    'Orders them by signal against cost, prevents skew and leaves sensitive ones out.',
  ]),
  dimension('model', 'Model', 'model', [
    'Drops names of models and gives no loss.',
    'Goes from heuristic to simple to production, with loss, negatives and stages.',
    'Argues from inductive bias, covers calibration and cold start, and knows when to add nothing.',
  ]),
  dimension('evaluate', 'Evaluation', 'evaluate', [
    'Reports accuracy on a rare class.',
    'Chooses metrics by their use, and an experiment with guardrails, duration and slices.',
    'Expects offline and online to disagree, and covers power, interference and novelty.',
  ]),
  dimension('serve', 'Serving and scale', 'serve', [
    'Draws one box that says model.',
    'Follows a request with a latency for each stage, traffic and storage.',
    'Knows the cost, what breaks at ten times the load, the fallback and the way back.',
  ]),
  dimension('monitor', 'Monitoring and iteration', 'monitor', [
    'Watches accuracy.',
    'Watches inputs, outputs, business figures and late labels, and justifies when to retrain.',
    'Has signals that lead the labels, expects adversaries, and orders the next work by effect.',
  ]),
  dimension('communicate', 'Communication and trade-offs', null, [
    'Silence, a monologue, or defence of every choice.',
    'States a plan, offers an alternative at each key choice, and finishes.',
    'Leads the conversation, puts numbers on trade-offs, and sums up the risks.',
  ]),
];
