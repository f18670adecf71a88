import type { DimensionId } from './dimensions';
import type { DimensionGap, GapHistory } from './self-marks';

/** One review that can be held against one's own marks, with all its dimensions. */
export interface ComparedReview {
  readonly attemptId: string;
  readonly caseSlug: string;
  readonly coachName: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly gaps: Readonly<Partial<Record<DimensionId, DimensionGap>>>;
}

/** The points of all dimensions by the review that they come from, the earliest first. */
export function comparedReviews({ dimensions }: GapHistory): ComparedReview[] {
  const reviews = new Map<string, ComparedReview>();
  for (const point of dimensions.flatMap(({ points }) => points)) {
    const { attemptId, caseSlug, coachName, publishedAt, ...gap } = point;
    const key = `${attemptId} ${publishedAt} ${coachName}`;
    const before = reviews.get(key);
    reviews.set(key, {
      attemptId,
      caseSlug,
      coachName,
      publishedAt,
      gaps: { ...before?.gaps, [gap.dimension]: gap },
    });
  }
  return [...reviews.values()].sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt));
}
