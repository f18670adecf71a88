import type { LogisticModel } from '@/lib/core/feedback/logistic';

export interface Example {
  readonly values: Readonly<Record<string, number>>;
  readonly label: boolean;
}

/** Strength of the pull of every weight towards 0. */
const RIDGE = 5;

/**
 * Fits a logistic regression by iteratively reweighted least squares with a ridge.
 *
 * @param nonNegative features whose weight may not fall below 0: a higher likeness must never speak against a match. Those
 *   that would are left out and the others fitted again, until none does.
 */
export function fitLogistic(
  examples: readonly Example[],
  features: readonly string[],
  nonNegative: ReadonlySet<string> = new Set(),
): LogisticModel {
  const model = fitOnce(examples, features);
  const wrong = features
    .filter((name) => nonNegative.has(name) && (model.features[name]?.weight ?? 0) < 0)
    .sort((a, b) => (model.features[a]?.weight ?? 0) - (model.features[b]?.weight ?? 0));
  const worst = wrong[0];
  return worst === undefined
    ? model
    : fitLogistic(
        examples,
        features.filter((name) => name !== worst),
        nonNegative,
      );
}

function fitOnce(examples: readonly Example[], features: readonly string[]): LogisticModel {
  const scales = features.map((name) => {
    const values = examples.map((example) => example.values[name] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { name, mean, deviation: Math.sqrt(variance) || 1 };
  });
  const rows = examples.map(({ values }) => [
    1,
    ...scales.map(({ name, mean, deviation }) => ((values[name] ?? mean) - mean) / deviation),
  ]);
  const size = features.length + 1;
  let weights: number[] = new Array(size).fill(0);
  for (let round = 0; round < 30; round += 1) {
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    const gradient = new Array<number>(size).fill(0);
    for (const [index, row] of rows.entries()) {
      const example = examples[index] as Example;
      const p = 1 / (1 + Math.exp(-inner(row, weights)));
      const curvature = Math.max(1e-6, p * (1 - p));
      for (let i = 0; i < size; i += 1) {
        gradient[i] = at(gradient, i) + ((example.label ? 1 : 0) - p) * at(row, i);
        for (let j = 0; j < size; j += 1) {
          (hessian[i] as number[])[j] = at(hessian[i] as number[], j) + curvature * at(row, i) * at(row, j);
        }
      }
    }
    for (let i = 1; i < size; i += 1) {
      (hessian[i] as number[])[i] = at(hessian[i] as number[], i) + RIDGE;
      gradient[i] = at(gradient, i) - RIDGE * at(weights, i);
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + at(step, i));
    if (step.every((value) => Math.abs(value) < 1e-8)) break;
  }
  return {
    bias: round(at(weights, 0)),
    features: Object.fromEntries(
      scales.map(({ name, mean, deviation }, i) => [
        name,
        { mean: round(mean), deviation: round(deviation), weight: round(at(weights, i + 1)) },
      ]),
    ),
  };
}

/** So many digits that what is committed is what was measured. */
const round = (value: number) => Number(value.toFixed(6));
const at = (values: readonly number[], index: number) => values[index] as number;
const inner = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * at(b, i), 0);

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  for (let i = 0; i < size; i += 1) {
    let pivot = i;
    for (let j = i + 1; j < size; j += 1) {
      if (Math.abs(at(rows[j] as number[], i)) > Math.abs(at(rows[pivot] as number[], i))) pivot = j;
    }
    [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
    for (let j = i + 1; j < size; j += 1) {
      const factor = at(rows[j] as number[], i) / at(rows[i] as number[], i);
      for (let k = i; k <= size; k += 1) {
        (rows[j] as number[])[k] = at(rows[j] as number[], k) - factor * at(rows[i] as number[], k);
      }
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = at(rows[i] as number[], size);
    for (let k = i + 1; k < size; k += 1) sum -= at(rows[i] as number[], k) * at(solution, k);
    solution[i] = sum / at(rows[i] as number[], i);
  }
  return solution;
}
