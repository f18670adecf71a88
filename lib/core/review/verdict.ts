import type { Issue } from '../app-error';
import { type Band, DIMENSIONS, type Dimension, type DimensionId } from './dimensions';
import { evidenceIssues, missingEvidence, needsQuote } from './evidence';
import type { ReviewBody } from './review-body';
import { VERDICT_NAMES, type Verdict } from './review-words';

/**
 * The verdict that bands and marks lead to. The gates are those of a university course rubric that mirrors interview panels:
 * any dimension at 1 caps at lean no hire; strong hire needs a mean of 3.5 of 4 and no dimension under 3; what appeared only
 * after a nudge scores at most lean hire (3); a miss is not penalised twice.
 */
export interface Gate {
  readonly id: 'after-nudge' | 'mean' | 'under-three' | 'very-weak';
  /** The dimensions that it is about; none for the mean. */
  readonly dimensions: readonly DimensionId[];
  /** False when it holds but something else has decided already. */
  readonly decides: boolean;
  /** One sentence that says what the gate does and why. */
  readonly text: string;
}

export interface GatedVerdict {
  readonly verdict: Verdict;
  /** Of the bands that count, 1 to 4. */
  readonly mean: number;
  /** The band that counts of each dimension: the given one, or 3 where a nudge caps it. */
  readonly counted: Readonly<Partial<Record<DimensionId, Band>>>;
  /** In the order in which they are applied. */
  readonly gates: readonly Gate[];
}

const NUDGE_CAP: Band = 3;

/** Means from which a verdict begins, the best first. Below the last it is no hire. */
const THRESHOLDS: readonly (readonly [Verdict, number])[] = [
  ['strong-hire', 3.5],
  ['lean-hire', 2.5],
  ['lean-no-hire', 1.5],
];

function byMean(mean: number): Verdict {
  return THRESHOLDS.find(([, least]) => mean >= least)?.[0] ?? 'no-hire';
}

const titleOf = (id: DimensionId) => DIMENSIONS.find((dimension) => dimension.id === id)?.title ?? id;

function listed(ids: readonly DimensionId[]): string {
  const titles = ids.map(titleOf);
  const last = titles.at(-1) ?? '';
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(', ')} and ${last}`;
}

const nameOf = (verdict: Verdict) => VERDICT_NAMES[verdict].toLowerCase();

/** The steps in which something was found only after a nudge. */
function nudgedSteps(review: Pick<ReviewBody, 'expectations'>): Set<string> {
  const nudged = Object.entries(review.expectations).filter(([, { mark }]) => mark === 'after-nudge');
  return new Set(nudged.map(([key]) => key.slice(0, key.indexOf('/'))));
}

/**
 * The dimensions whose band of 4 counts as 3 because of a nudge. Two dimensions share the step of data: the nudge counts once, so
 * when one of them is at 3 or below, the miss is in that band already, and else the first gives way.
 */
function cappedByNudge(
  bands: ReadonlyMap<DimensionId, Band>,
  dimensions: readonly Dimension[],
  steps: ReadonlySet<string>,
): DimensionId[] {
  return [...steps].flatMap((step) => {
    const ofStep = dimensions.filter((dimension) => dimension.step === step);
    const isCounted = ofStep.some(({ id }) => (bands.get(id) ?? 4) <= NUDGE_CAP);
    const [first] = ofStep;
    return isCounted || first === undefined ? [] : [first.id];
  });
}

/**
 * The verdict of the gates with what each of them did.
 *
 * @returns null while a dimension has no band, or nothing to show for it.
 */
export function gateVerdict(
  review: Pick<ReviewBody, 'expectations' | 'dimensions'>,
  dimensions: readonly Dimension[] = DIMENSIONS,
): GatedVerdict | null {
  if (dimensions.length === 0 || missingEvidence(review, dimensions).length > 0) return null;
  const bands = new Map(dimensions.flatMap(({ id }) => [[id, review.dimensions[id]?.band ?? 1] as const]));
  const capped = cappedByNudge(bands, dimensions, nudgedSteps(review));
  for (const id of capped) bands.set(id, NUDGE_CAP);
  const values = [...bands.values()];
  const mean = values.reduce<number>((sum, band) => sum + band, 0) / values.length;
  const under = [...bands].filter(([, band]) => band < 3).map(([id]) => id);
  const veryWeak = [...bands].filter(([, band]) => band === 1).map(([id]) => id);

  const gates: Gate[] = [];
  if (capped.length > 0) {
    gates.push({
      id: 'after-nudge',
      dimensions: capped,
      decides: true,
      text: `${listed(capped)} ${capped.length === 1 ? 'counts' : 'count'} as 3: something was found only after a nudge.`,
    });
  }
  const first = byMean(mean);
  gates.push({
    id: 'mean',
    dimensions: [],
    decides: true,
    text: `The mean of ${values.length} ${values.length === 1 ? 'band' : 'bands'} is ${mean.toFixed(2)}, which leads to ${nameOf(first)} (${range(first)}).`,
  });
  const second = first === 'strong-hire' && under.length > 0 ? 'lean-hire' : first;
  if (under.length > 0 && first === 'strong-hire') {
    gates.push({
      id: 'under-three',
      dimensions: under,
      decides: true,
      text: `Strong hire needs every band at 3 or above: ${listed(under)} ${under.length === 1 ? 'is' : 'are'} under 3.`,
    });
  }
  const isCap = second === 'strong-hire' || second === 'lean-hire';
  if (veryWeak.length > 0) {
    gates.push({
      id: 'very-weak',
      dimensions: veryWeak,
      decides: isCap,
      text: `A band of 1 in ${listed(veryWeak)} ${isCap ? 'caps the verdict at lean no hire' : 'allows lean no hire at best, and the mean is no better'}.`,
    });
  }
  return {
    verdict: veryWeak.length > 0 && isCap ? 'lean-no-hire' : second,
    mean,
    counted: Object.fromEntries(bands),
    gates,
  };
}

function range(verdict: Verdict): string {
  const index = THRESHOLDS.findIndex(([one]) => one === verdict);
  const least = THRESHOLDS[index]?.[1];
  const above = index === -1 ? THRESHOLDS.at(-1)?.[1] : THRESHOLDS[index - 1]?.[1];
  if (least === undefined) return `below ${above}`;
  return above === undefined ? `${least} or more` : `${least} to below ${above}`;
}

/**
 * What keeps a review's verdict from being saved: evidence that is missing, or a reason where it is not the verdict that the
 * gates lead to. Empty while there is no verdict.
 */
export function verdictIssues(review: ReviewBody, dimensions: readonly Dimension[] = DIMENSIONS): Issue[] {
  if (review.verdict === null) return [];
  const missing = evidenceIssues(review, dimensions);
  if (missing.length > 0) return missing;
  const gated = gateVerdict(review, dimensions);
  if (gated === null || gated.verdict === review.verdict.verdict || review.verdict.reason.trim() !== '') return [];
  const message = `The gates lead to ${nameOf(gated.verdict)}. Say why the verdict is ${nameOf(review.verdict.verdict)}.`;
  return [{ path: 'verdict.reason', message }];
}

/** A remark for the coach, not a gate: it decides nothing. */
interface Remark {
  readonly dimensions: readonly DimensionId[];
  readonly text: string;
}

/**
 * Strong bands of steps of which nothing was found: whatever of the step is marked is absent. It may be right, because an answer can be
 * strong in ways that the case does not list, and it is worth a second look.
 */
function unfoundSteps(review: Pick<ReviewBody, 'expectations' | 'dimensions'>): Remark[] {
  return DIMENSIONS.flatMap(({ id, title, step }): Remark[] => {
    const band = review.dimensions[id]?.band;
    if (step === null || band === undefined || !needsQuote(band)) return [];
    const marks = Object.entries(review.expectations).filter(([key]) => key.startsWith(`${step}/`));
    if (marks.length === 0 || marks.some(([, { mark }]) => mark !== 'absent')) return [];
    return [
      { dimensions: [id], text: `${title} is at ${band}, and everything that you marked of its step is absent.` },
    ];
  });
}

/** Words that lower two dimensions at once: the same miss may have been counted twice. */
function sharedEvidence(review: Pick<ReviewBody, 'dimensions'>): Remark[] {
  const low = DIMENSIONS.flatMap(({ id }) => {
    const mark = review.dimensions[id];
    return mark !== undefined && mark.band <= 2 ? [{ id, quotes: mark.quotes }] : [];
  });
  return low.flatMap((one, index) =>
    low.slice(index + 1).flatMap((other) => {
      const shares = one.quotes.some((a) =>
        other.quotes.some((b) => a.slot === b.slot && a.path === b.path && a.start < b.end && b.start < a.end),
      );
      if (!shares) return [];
      const text = `${listed([one.id, other.id])} are both lowered by the same words. Count a miss once.`;
      return [{ dimensions: [one.id, other.id], text }];
    }),
  );
}

/** What a coach may want to look at again before giving a verdict. None of it is in the way of one. */
export function verdictRemarks(review: Pick<ReviewBody, 'expectations' | 'dimensions'>): Remark[] {
  return [...sharedEvidence(review), ...unfoundSteps(review)];
}
