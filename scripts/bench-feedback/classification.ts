/** A score for something that is so or not. */
export interface Scored {
  readonly score: number;
  readonly label: boolean;
  /** Those of one group stand or fall together: answers to one question. */
  readonly group: string;
}

export interface Quality {
  readonly accuracy: number;
  /** Mean of the F1 of both classes. */
  readonly macroF1: number;
  /** Area under the ROC curve: how often a right one is above a wrong one. */
  readonly auc: number;
}

export function qualityOf(scored: readonly Scored[], cutOff: number): Quality {
  return { ...decided(scored, cutOff), auc: areaUnderCurve(scored) };
}

function decided(scored: readonly Scored[], cutOff: number): Pick<Quality, 'accuracy' | 'macroF1'> {
  let truePositives = 0;
  let trueNegatives = 0;
  let positives = 0;
  let called = 0;
  for (const { score, label } of scored) {
    if (label) positives += 1;
    if (score >= cutOff) called += 1;
    if (label && score >= cutOff) truePositives += 1;
    if (!label && score < cutOff) trueNegatives += 1;
  }
  const f1 = (hits: number, all: number, said: number) => (all + said > 0 ? (2 * hits) / (all + said) : 0);
  return {
    accuracy: (truePositives + trueNegatives) / scored.length,
    macroF1:
      (f1(truePositives, positives, called) + f1(trueNegatives, scored.length - positives, scored.length - called)) / 2,
  };
}

export function areaUnderCurve(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  const positives = sorted.filter(({ label }) => label).length;
  let ranks = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end += 1;
    for (let index = start; index < end; index += 1) if (sorted[index]?.label) ranks += (start + end + 1) / 2;
    start = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

/** The cut-off with the best macro-F1, among 200 of the scores. */
export function bestCutOff(scored: readonly Scored[]): number {
  const scores = [...new Set(scored.map(({ score }) => score))].sort((a, b) => a - b);
  const stride = Math.max(1, Math.floor(scores.length / 200));
  let best = { cutOff: 0.5, macroF1: -1 };
  for (let index = 0; index < scores.length; index += stride) {
    const cutOff = scores[index] as number;
    const { macroF1 } = decided(scored, cutOff);
    if (macroF1 > best.macroF1) best = { cutOff, macroF1 };
  }
  return best.cutOff;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of a statistic by the bootstrap over groups, 1,000 times, the same every time.
 *
 * @param statistic NaN where it has no value, which leaves that draw out
 */
export function bootstrap<T>(groups: readonly (readonly T[])[], statistic: (drawn: readonly T[]) => number): Interval {
  let state = 20_260;
  const next = () => {
    // Park and Miller's generator: results have to be repeatable.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const values: number[] = [];
  for (let draw = 0; draw < 1000; draw += 1) {
    const drawn = Array.from({ length: groups.length }, () => groups[Math.floor(next() * groups.length)] ?? []).flat();
    const value = statistic(drawn);
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

/** Wilson's 95 % interval of a share. */
export function wilson(hits: number, all: number): Interval {
  if (all === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = hits / all;
  const centre = share + (z * z) / (2 * all);
  const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const scale = 1 + (z * z) / all;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

export function groupsOf<T extends { readonly group: string }>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups.values()];
}
