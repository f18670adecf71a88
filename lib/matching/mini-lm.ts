import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';
import type { Weights } from './weights';
import { type Pieces, WordPiece } from './word-piece';

const DIMENSIONS = 384;

/** What the last layer says of each piece; the graph goes on to its mean. */
const LAST_LAYER =
  'StatefulPartitionedCall/model/tf_bert_model/bert/encoder/layer_._5/output/LayerNorm/batchnorm/add_1';

/** Texts of one run of the model. In turns, 12 sentences took 488 and 505 ms two at a time, 514 and 551 four at a time. */
const BATCH = 2;

/**
 * all-MiniLM-L6-v2 on WebAssembly, one thread. It takes some 300 MB and blocks its thread while it computes, so it
 * belongs into a worker process.
 */
export async function openMiniLm(weights: Weights): Promise<Encoder> {
  // Loaded here and not above, because the packages are optional: without them there is no encoder, but there is a worker.
  const tf = await import('@tensorflow/tfjs-core');
  const { loadGraphModel } = await import('@tensorflow/tfjs-converter');
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  const require = createRequire(import.meta.url);
  setWasmPaths(`${join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist')}/`);
  if (!(await tf.setBackend('wasm'))) throw new Error('WebAssembly cannot be used for the encoder.');
  await tf.ready();
  const model = await loadGraphModel({ load: async () => weights.artefacts });
  const wordPiece = new WordPiece(weights.vocabulary);

  async function run(batch: readonly Pieces[]): Promise<Encoded[]> {
    const width = Math.max(...batch.map(({ ids }) => ids.length));
    const size = batch.length * width;
    const ids = new Int32Array(size);
    const mask = new Int32Array(size);
    for (const [row, pieces] of batch.entries()) {
      for (const [column, id] of pieces.ids.entries()) {
        ids[row * width + column] = id;
        mask[row * width + column] = 1;
      }
    }
    const inputs = [ids, mask, new Int32Array(size)].map((values) =>
      tf.tensor2d(values, [batch.length, width], 'int32'),
    );
    const [idsTensor, maskTensor, typesTensor] = inputs as [Tensor, Tensor, Tensor];
    const output = model.execute(
      { 'input_ids:0': idsTensor, 'attention_mask:0': maskTensor, 'token_type_ids:0': typesTensor },
      LAST_LAYER,
    ) as Tensor;
    const values = (await output.data()) as Float32Array;
    for (const tensor of [...inputs, output]) tensor.dispose();
    return batch.map((pieces, row) => readRow(pieces, values.subarray(row * width * DIMENSIONS)));
  }

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
      const read = texts.map((text, index) => ({ index, pieces: wordPiece.read(text) }));
      // Texts of like length together: a batch is as wide as its longest.
      read.sort((a, b) => a.pieces.ids.length - b.pieces.ids.length);
      const encoded: Encoded[] = [];
      for (let start = 0; start < read.length; start += BATCH) {
        const batch = read.slice(start, start + BATCH);
        const rows = await run(batch.map(({ pieces }) => pieces));
        for (const [row, { index }] of batch.entries()) {
          const one = rows[row];
          if (one) encoded[index] = one;
        }
      }
      return encoded;
    },
  };
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
