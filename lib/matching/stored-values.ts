import type { io } from '@tensorflow/tfjs-core';

/** An array of the weights, in 8 bits as it is stored: a quarter of what it takes unpacked. */
export interface StoredValues {
  readonly shape: readonly number[];
  at(index: number): number;
  all(): Float32Array;
}

/**
 * The weights of a graph of TensorFlow.js by their names: they stand one after the other, each value 8 bits of a range or 32.
 *
 * @throws Error when a name is asked for that is not there, or that is not made of fractions
 */
export function storedValues({ weightSpecs, weightData }: io.ModelArtifacts): (name: string) => StoredValues {
  const bytes = new Uint8Array(weightData as ArrayBuffer);
  const known = new Map<string, StoredValues>();
  let start = 0;
  for (const { name, shape, dtype, quantization } of weightSpecs ?? []) {
    const size = shape.reduce((product, one) => product * one, 1);
    const is8Bit = quantization?.dtype === 'uint8';
    const end = start + size * (is8Bit ? 1 : 4);
    if (is8Bit && dtype === 'float32') {
      const stored = bytes.subarray(start, end);
      const { min = 0, scale = 1 } = quantization;
      const at = (index: number) => (stored[index] as number) * scale + min;
      known.set(name, { shape, at, all: () => unpacked(stored, min, scale) });
    }
    start = end;
  }
  return (name) => {
    const values = known.get(name);
    if (values === undefined) throw new Error(`The weights have no ${name}.`);
    return values;
  };
}

/** A loop, because `Float32Array.from` takes half a second for ten million values. */
function unpacked(stored: Uint8Array, min: number, scale: number): Float32Array {
  const values = new Float32Array(stored.length);
  for (let index = 0; index < stored.length; index += 1) values[index] = (stored[index] as number) * scale + min;
  return values;
}
