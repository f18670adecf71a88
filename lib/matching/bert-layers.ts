import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { StoredValues } from './stored-values';

type TensorFlow = typeof import('@tensorflow/tfjs-core');

/** What of all-MiniLM-L6-v2 is no size of a weight. */
const HEADS = 12;
const LAYERS = 6;
/** Of layer normalisation; smaller than single precision tells from 0. */
const EPSILON = 1e-12;

const BERT = 'StatefulPartitionedCall/model/tf_bert_model/bert';
const NORM = { factor: 'LayerNorm/batchnorm/mul/ReadVariableOp', shift: 'LayerNorm/batchnorm/ReadVariableOp' } as const;
const DENSE = { weights: 'Tensordot/ReadVariableOp', bias: 'BiasAdd/ReadVariableOp' } as const;

interface Norm {
  readonly factor: Float32Array;
  readonly shift: Float32Array;
}

interface Dense {
  readonly weights: Tensor2D;
  readonly bias: Tensor1D;
}

interface Layer {
  /** Queries, keys and values side by side: one product in place of three. */
  readonly attention: Dense;
  readonly attended: Dense;
  readonly attendedNorm: Norm;
  readonly wide: Dense;
  readonly narrow: Dense;
  readonly norm: Norm;
}

/**
 * The layers of BERT (Devlin et al., 2019) on the weights of the graph that we are given, in place of the graph: that takes
 * each text as wide as the widest beside it and 800 small operations for a run, this one takes the pieces of all texts as rows
 * of one matrix. The products are TensorFlow.js', which is where nearly all the time is well spent; the rest is a few loops.
 */
export class BertLayers {
  readonly #tf: TensorFlow;
  readonly #words: StoredValues;
  readonly #places: Float32Array;
  readonly #norm: Norm;
  readonly #layers: readonly Layer[];
  readonly #width: number;

  /** @param stored the weights of the graph by their names */
  constructor(tf: TensorFlow, stored: (name: string) => StoredValues) {
    this.#tf = tf;
    const values = (name: string) => stored(name).all();
    const norm = (name: string): Norm => ({
      factor: values(`${name}/${NORM.factor}`),
      shift: values(`${name}/${NORM.shift}`),
    });
    const dense = (...names: readonly string[]): Dense => {
      const [height = 0] = stored(`${names[0]}/${DENSE.weights}`).shape;
      const matrices = names.map((name) => values(`${name}/${DENSE.weights}`));
      const bias = names.flatMap((name) => [...values(`${name}/${DENSE.bias}`)]);
      return {
        weights: tf.tensor2d(sideBySide(matrices, height), [height, bias.length]),
        bias: tf.tensor1d(bias),
      };
    };
    this.#words = stored('unknown');
    this.#places = values('unknown_0');
    this.#norm = norm(`${BERT}/embeddings`);
    this.#width = this.#norm.factor.length;
    // Every text is the first of its pair.
    const first = values('unknown_1');
    for (let at = 0; at < this.#places.length; at += 1) {
      this.#places[at] = (this.#places[at] as number) + (first[at % this.#width] as number);
    }
    this.#layers = Array.from({ length: LAYERS }, (_, index) => {
      const of = (name: string) => `${BERT}/encoder/layer_._${index}/${name}`;
      return {
        attention: dense(of('attention/self/query'), of('attention/self/key'), of('attention/self/value')),
        attended: dense(of('attention/output/dense')),
        attendedNorm: norm(of('attention/output')),
        wide: dense(of('intermediate/dense')),
        narrow: dense(of('output/dense')),
        norm: norm(of('output')),
      };
    });
  }

  /**
   * What the last layer says of each piece.
   *
   * @param texts the pieces of each, by their numbers
   * @returns a vector for each piece, those of the first text first
   */
  run(texts: readonly (readonly number[])[]): Float32Array {
    const lengths = texts.map((pieces) => pieces.length);
    let rows = this.#embedded(texts);
    for (const layer of this.#layers) {
      const attended = attend(this.#product(rows, layer.attention), lengths, this.#width);
      rows = normalised(this.#product(attended, layer.attended), rows, layer.attendedNorm);
      const wide = this.#product(rows, layer.wide);
      for (let at = 0; at < wide.length; at += 1) wide[at] = gelu(wide[at] as number);
      rows = normalised(this.#product(wide, layer.narrow), rows, layer.norm);
    }
    return rows;
  }

  #embedded(texts: readonly (readonly number[])[]): Float32Array {
    const width = this.#width;
    const rows = new Float32Array(texts.reduce((sum, pieces) => sum + pieces.length, 0) * width);
    let row = 0;
    for (const pieces of texts) {
      for (const [place, piece] of pieces.entries()) {
        for (let at = 0; at < width; at += 1) {
          rows[row * width + at] = this.#words.at(piece * width + at) + (this.#places[place * width + at] as number);
        }
        row += 1;
      }
    }
    return normalised(rows, null, this.#norm);
  }

  /** Of rows with a matrix, and the bias added to each row. */
  #product(values: Float32Array, { weights, bias }: Dense): Float32Array {
    const height = weights.shape[0];
    const a = this.#tf.tensor2d(values, [values.length / height, height]);
    const product = this.#tf.fused.matMul({ a, b: weights, bias });
    const result = product.dataSync<'float32'>();
    a.dispose();
    product.dispose();
    return result;
  }
}

/** Matrices of one height as one, row by row. */
function sideBySide(matrices: readonly Float32Array[], height: number): Float32Array {
  const width = matrices.reduce((sum, { length }) => sum + length / height, 0);
  const joined = new Float32Array(height * width);
  let left = 0;
  for (const matrix of matrices) {
    const columns = matrix.length / height;
    for (let row = 0; row < height; row += 1) {
      joined.set(matrix.subarray(row * columns, (row + 1) * columns), row * width + left);
    }
    left += columns;
  }
  return joined;
}

/** Each row, with another added to it, brought to mean 0 and variance 1 and then to what the weights say (Ba et al., 2016). */
function normalised(rows: Float32Array, added: Float32Array | null, { factor, shift }: Norm): Float32Array {
  const width = factor.length;
  for (let start = 0; start < rows.length; start += width) {
    let sum = 0;
    for (let at = start; at < start + width; at += 1) {
      if (added !== null) rows[at] = (rows[at] as number) + (added[at] as number);
      sum += rows[at] as number;
    }
    const mean = sum / width;
    let squares = 0;
    for (let at = start; at < start + width; at += 1) squares += ((rows[at] as number) - mean) ** 2;
    const scale = 1 / Math.sqrt(squares / width + EPSILON);
    for (let at = 0; at < width; at += 1) {
      rows[start + at] = ((rows[start + at] as number) - mean) * scale * (factor[at] as number) + (shift[at] as number);
    }
  }
  return rows;
}

/**
 * Each piece's mixture of the values of its text, by how its query meets their keys (Vaswani et al., 2017).
 *
 * @param rows query, key and value of each piece side by side
 */
function attend(rows: Float32Array, lengths: readonly number[], width: number): Float32Array {
  const size = width / HEADS;
  const stride = 3 * width;
  const scale = 1 / Math.sqrt(size);
  const mixed = new Float32Array((rows.length / stride) * width);
  const shares = new Float32Array(Math.max(0, ...lengths));
  let first = 0;
  for (const length of lengths) {
    for (let head = 0; head < HEADS; head += 1) {
      for (let piece = 0; piece < length; piece += 1) {
        const query = (first + piece) * stride + head * size;
        let greatest = Number.NEGATIVE_INFINITY;
        for (let other = 0; other < length; other += 1) {
          const key = (first + other) * stride + width + head * size;
          // Four sums at once: none waits for another.
          let a = 0;
          let b = 0;
          let c = 0;
          let d = 0;
          for (let at = 0; at < size; at += 4) {
            a += (rows[query + at] as number) * (rows[key + at] as number);
            b += (rows[query + at + 1] as number) * (rows[key + at + 1] as number);
            c += (rows[query + at + 2] as number) * (rows[key + at + 2] as number);
            d += (rows[query + at + 3] as number) * (rows[key + at + 3] as number);
          }
          const meets = (a + b + c + d) * scale;
          shares[other] = meets;
          if (meets > greatest) greatest = meets;
        }
        let whole = 0;
        for (let other = 0; other < length; other += 1) {
          const share = Math.exp((shares[other] as number) - greatest);
          shares[other] = share;
          whole += share;
        }
        const into = (first + piece) * width + head * size;
        for (let other = 0; other < length; other += 1) {
          const share = (shares[other] as number) / whole;
          const value = (first + other) * stride + 2 * width + head * size;
          for (let at = 0; at < size; at += 1) {
            mixed[into + at] = (mixed[into + at] as number) + share * (rows[value + at] as number);
          }
        }
      }
    }
    first += length;
  }
  return mixed;
}

/** Beyond this a Gaussian error linear unit is 0 below and its argument above, as far as single precision tells. */
const GELU_END = 6;
const GELU_STEPS = 1024;
const GELU_VALUES = Float32Array.from({ length: 2 * GELU_END * GELU_STEPS + 2 }, (_, index) => {
  const value = index / GELU_STEPS - GELU_END;
  return 0.5 * value * (1 + erf(value * Math.SQRT1_2));
});

/**
 * Gaussian error linear unit (Hendrycks and Gimpel, 2016), by a straight line between values a thousandth apart: off by less
 * than 3e-7, and some ten times as quick as the error function, which is asked for half a million times a layer.
 */
export function gelu(value: number): number {
  if (value >= GELU_END) return value;
  if (value <= -GELU_END) return 0;
  const place = (value + GELU_END) * GELU_STEPS;
  const index = Math.trunc(place);
  const below = GELU_VALUES[index] as number;
  return below + (place - index) * ((GELU_VALUES[index + 1] as number) - below);
}

/** The error function: Abramowitz and Stegun, 7.1.26, off by at most 1.5e-7. */
function erf(value: number): number {
  const size = Math.abs(value);
  const t = 1 / (1 + 0.3275911 * size);
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp(-size * size);
  return value < 0 ? tail - 1 : 1 - tail;
}
