import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';
import { BertLayers } from './bert-layers';
import { storedValues } from './stored-values';
import type { Weights } from './weights';
import { type Pieces, WordPiece } from './word-piece';

const DIMENSIONS = 384;

/** Pieces of one run, which holds the thread: about 20 sentences. */
const MOST_PIECES = 512;

/**
 * all-MiniLM-L6-v2 on WebAssembly, one thread. It takes some 300 MB and blocks its thread while it computes, so it
 * belongs into a worker process.
 */
export async function openMiniLm(weights: Weights): Promise<Encoder> {
  // Loaded here and not above, because the packages are optional: without them there is no encoder, but there is a worker.
  const tf = await import('@tensorflow/tfjs-core');
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  const require = createRequire(import.meta.url);
  setWasmPaths(`${join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist')}/`);
  if (!(await tf.setBackend('wasm'))) throw new Error('WebAssembly cannot be used for the encoder.');
  await tf.ready();
  const layers = new BertLayers(tf, storedValues(weights.artefacts));
  const wordPiece = new WordPiece(weights.vocabulary);

  return {
    id: weights.id,
    async cosines(a, b, dimensions) {
      const rows = tf.tensor2d(a, [a.length / dimensions, dimensions]);
      // Columns: a product with a matrix that is to be turned takes several times as long.
      const columns = tf.tensor2d(turned(b, dimensions), [dimensions, b.length / dimensions]);
      const product = tf.matMul(rows, columns);
      const values = (await product.data()) as Float32Array;
      for (const tensor of [rows, columns, product]) tensor.dispose();
      return values;
    },
    async encode(texts) {
      return inRuns(texts.map((text) => wordPiece.read(text))).flatMap((read) => {
        const values = layers.run(read.map(({ ids }) => ids));
        let row = 0;
        return read.map((pieces) => {
          const first = row;
          row += pieces.ids.length;
          return readRow(pieces, values.subarray(first * DIMENSIONS, row * DIMENSIONS));
        });
      });
    },
  };
}

/** Texts in their order, as many together as have no more pieces than one run takes. */
function inRuns(texts: readonly Pieces[]): Pieces[][] {
  const runs: Pieces[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    size += text.ids.length;
    if (size > MOST_PIECES) {
      runs.push([]);
      size = text.ids.length;
    }
    runs.at(-1)?.push(text);
  }
  return runs;
}

/** Rows as columns. */
function turned(values: Float32Array, width: number): Float32Array {
  const height = values.length / width;
  const columns = new Float32Array(values.length);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      columns[column * height + row] = values[row * width + column] as number;
    }
  }
  return columns;
}

function readRow({ ids, words }: Pieces, values: Float32Array): Encoded {
  const pooled = new Float32Array(DIMENSIONS);
  for (let piece = 0; piece < ids.length; piece += 1) add(pooled, values, piece);
  normalise(pooled);
  const vectors = new Float32Array(words.length * DIMENSIONS);
  let piece = 1;
  for (const [index, { pieces }] of words.entries()) {
    const vector = vectors.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS);
    for (const end = piece + pieces; piece < end; piece += 1) add(vector, values, piece);
    normalise(vector);
  }
  return { pooled, words: words.map(({ word }) => word), vectors };
}

function add(sum: Float32Array, values: Float32Array, piece: number): void {
  for (let index = 0; index < DIMENSIONS; index += 1) {
    sum[index] = (sum[index] as number) + (values[piece * DIMENSIONS + index] as number);
  }
}

function normalise(vector: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] as number) / length;
}
