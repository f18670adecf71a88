import { expect, it } from 'vitest';
import { gelu } from './bert-layers';

// Values of 0.5 x (1 + erf(x / √2)) from tables of the normal distribution: x Φ(x).
it.each([
  [-7, 0],
  [-3, -0.0040497],
  [-1, -0.1586553],
  [-0.5, -0.1542688],
  [0, 0],
  [0.5, 0.3457312],
  [1, 0.8413447],
  [2.5, 2.4844758],
  [7, 7],
])('gelu(%d) is %d', (value, expected) => {
  expect(gelu(value)).toBeCloseTo(expected, 4);
});
