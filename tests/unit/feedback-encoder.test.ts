import { beforeAll, expect, it } from 'vitest';
import type { Encoder } from '@/lib/core/feedback/encoder';
import { matchBySentences } from '@/lib/matching/match-task';
import { openMiniLm } from '@/lib/matching/mini-lm';
import { openReferenceVectors } from '@/lib/matching/reference-vectors';
import { findWeightsFolder, readWeights } from '@/lib/matching/weights';
import { negationsOf } from '@/scripts/bench-feedback/negations';
import { shownTexts } from '@/scripts/bench-feedback/own-scores';
import { shippedCases } from '@/tests/fixtures/shipped-cases';

/*
 * A sample of the attacks with the encoder, as the worker matches: a step of one case. All of them are tried by words in
 * `feedback-attacks.test.ts`, and every negation with the encoder by `npm run bench:feedback`.
 */
const STEP = 'monitor';
const cases = shippedCases();
const study = cases.find(({ slug }) => slug === 'video-recommendation');
if (study === undefined) throw new Error('The case is gone.');
const { expectations } = study.steps[STEP];

let encoder: Encoder;
const vectors = openReferenceVectors(null);

async function found(text: string): Promise<string[]> {
  const { results } = await matchBySentences(
    {
      step: STEP,
      expectations,
      prompt: study?.prompt.text ?? '',
      shown: study === undefined ? [] : shownTexts(study, STEP),
      passages: [{ path: 'text', kind: 'text', text }],
      useEncoder: true,
    },
    encoder,
    vectors,
  );
  return results.filter(({ state }) => state === 'found').map(({ expectation }) => expectation);
}

beforeAll(async () => {
  encoder = await openMiniLm(readWeights(findWeightsFolder()));
  await found('warm');
}, 120_000);

it('finds each statement and none of its negations', { timeout: 120_000 }, async () => {
  for (const { id, statement } of expectations) {
    expect(await found(statement.text)).toContain(id);
    for (const text of negationsOf(statement.text)) expect(await found(text), text).not.toContain(id);
  }
});

it('finds nothing in strong answers to other cases that they do not say', { timeout: 120_000 }, async () => {
  const others = cases.filter(({ slug }) => slug !== study.slug);
  for (const { exemplars } of others) expect(await found(exemplars.strong[STEP])).toEqual([]);
});
