import { type Band, DIMENSIONS, type DimensionId } from './dimensions';

export type Bands = Readonly<Partial<Record<DimensionId, Band>>>;

/** How the candidate's own band stands to the coach's. `gap` is own minus coach's: above 0, the candidate saw more than the coach did. */
export interface DimensionGap {
  readonly dimension: DimensionId;
  readonly own: Band;
  readonly coach: Band;
  readonly gap: number;
}

/** The gap of every dimension that both gave a band to, in the order of the dimensions. */
export function bandGaps(own: Bands, coach: Bands): DimensionGap[] {
  return DIMENSIONS.flatMap(({ id }) => {
    const [a, b] = [own[id], coach[id]];
    return a === undefined || b === undefined ? [] : [{ dimension: id, own: a, coach: b, gap: a - b }];
  });
}

/** The bands of a body that has them per dimension, with or without evidence. */
export function bandsOf(marks: Readonly<Partial<Record<DimensionId, { readonly band: Band } | undefined>>>): Bands {
  const entries = DIMENSIONS.flatMap(({ id }) => {
    const mark = marks[id];
    return mark === undefined ? [] : [[id, mark.band] as const];
  });
  return Object.fromEntries(entries);
}

/** One review of one attempt, and what the candidate had said of it. */
export interface MarkedReview {
  readonly attemptId: string;
  readonly caseSlug: string;
  readonly coachName: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly own: Bands;
  readonly coach: Bands;
}

/** How near own and coach's bands are, over several pairs. */
export interface Agreement {
  readonly pairs: number;
  /** Share of the pairs that are equal, 0 to 1. */
  readonly exact: number;
  /** Share of the pairs that are at most one band apart. */
  readonly withinOne: number;
  /** Mean of own minus coach's. */
  readonly meanGap: number;
}

export interface GapPoint extends DimensionGap {
  readonly attemptId: string;
  readonly caseSlug: string;
  readonly coachName: string;
  readonly publishedAt: string;
}

export interface DimensionHistory extends Agreement {
  readonly dimension: DimensionId;
  /** The earliest first. */
  readonly points: readonly GapPoint[];
}

export interface GapHistory {
  readonly overall: Agreement | null;
  /** Only dimensions with at least one pair. */
  readonly dimensions: readonly DimensionHistory[];
}

function agreement(gaps: readonly DimensionGap[]): Agreement {
  const share = (holds: (gap: number) => boolean) => gaps.filter(({ gap }) => holds(gap)).length / gaps.length;
  return {
    pairs: gaps.length,
    exact: share((gap) => gap === 0),
    withinOne: share((gap) => Math.abs(gap) <= 1),
    meanGap: gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length,
  };
}

/** The gaps of a person over time, per dimension. */
export function gapsOverTime(reviews: readonly MarkedReview[]): GapHistory {
  const points = [...reviews]
    .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
    .flatMap(({ own, coach, ...review }) => bandGaps(own, coach).map((gap): GapPoint => ({ ...review, ...gap })));
  const dimensions = DIMENSIONS.flatMap(({ id }) => {
    const ofDimension = points.filter(({ dimension }) => dimension === id);
    return ofDimension.length === 0 ? [] : [{ dimension: id, ...agreement(ofDimension), points: ofDimension }];
  });
  return { overall: points.length === 0 ? null : agreement(points), dimensions };
}
