/** A fitted logistic regression over named features that were brought to mean 0 and deviation 1. */
export interface LogisticModel {
  readonly bias: number;
  readonly features: Readonly<
    Record<string, { readonly mean: number; readonly deviation: number; readonly weight: number }>
  >;
}

/** The log-odds that the model gives. A feature that is not there counts as its mean. */
export function logOdds(model: LogisticModel, values: Readonly<Record<string, number>>): number {
  let sum = model.bias;
  for (const [name, { mean, deviation, weight }] of Object.entries(model.features)) {
    sum += weight * (((values[name] ?? mean) - mean) / deviation);
  }
  return sum;
}

/** The probability of given log-odds. */
export const probability = (odds: number) => 1 / (1 + Math.exp(-odds));
