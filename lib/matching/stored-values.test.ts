import { expect, it } from 'vitest';
import { storedValues } from './stored-values';

const spec = (name: string, shape: number[], dtype: 'float32' | 'int32', scale?: number) => ({
  name,
  shape,
  dtype,
  ...(scale === undefined ? {} : { quantization: { dtype: 'uint8' as const, min: -1, scale } }),
});

it('finds each array among the others', () => {
  const stored = storedValues({
    weightSpecs: [
      spec('a', [2], 'float32', 0.5),
      spec('axes', [1], 'int32'),
      spec('wide', [1], 'float32'),
      spec('b', [1, 3], 'float32', 0.25),
    ],
    weightData: new Uint8Array([0, 4, 9, 9, 9, 9, 9, 9, 9, 9, 1, 2, 3]).buffer,
  });
  expect([...stored('a').all()]).toEqual([-1, 1]);
  expect(stored('b').shape).toEqual([1, 3]);
  expect([...stored('b').all()]).toEqual([-0.75, -0.5, -0.25]);
  expect(stored('b').at(2)).toBe(-0.25);
  for (const name of ['axes', 'wide', 'none']) expect(() => stored(name)).toThrow(name);
});
