import { alignAll } from '@/lib/core/feedback/align-all';
import { chooseSentences } from '@/lib/core/feedback/choose-sentences';
import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';
import { matchExpectations } from '@/lib/core/feedback/match-expectations';
import { MATCHER_VERSION, matcherFor } from '@/lib/core/feedback/matcher';
import { shownRuns } from '@/lib/core/feedback/paste';
import { readAnswer, withAnswerMeaning } from '@/lib/core/feedback/read-answer';
import { readReferences, withMeaning } from '@/lib/core/feedback/references';
import type { MatchingOutcome, MatchingTask } from './messages';

/** Vectors of references, which are the same for every answer to a step. */
export interface ReferenceVectors {
  of(texts: readonly string[], encoder: Encoder): Promise<readonly Encoded[]>;
}

/** Matches by keywords. Pure, and quick for an answer of ordinary length. */
export function matchByKeywords(task: MatchingTask): MatchingOutcome {
  const step = readReferences(task.expectations, task.prompt);
  const answer = readAnswer(task.passages, shownRuns(task.shown));
  return {
    results: matchExpectations(step, answer),
    pasted: answer.pasted,
    level: 'keywords',
    matcherVersion: MATCHER_VERSION,
    encoder: null,
  };
}

/** Matches by words and by what sentences mean. */
export async function matchBySentences(
  task: MatchingTask,
  encoder: Encoder,
  vectors: ReferenceVectors,
): Promise<MatchingOutcome> {
  const read = readReferences(task.expectations, task.prompt);
  const step = withMeaning(read, await vectors.of(read.texts, encoder));
  const answer = readAnswer(task.passages, shownRuns(task.shown));
  const chosen = chooseSentences(step, answer);
  const encoded = await encoder.encode(chosen.map((index) => answer.sentences[index]?.read.text ?? ''));
  const meanings = new Map(chosen.map((index, place) => [index, encoded[place] as Encoded]));
  const encodedAnswer = withAnswerMeaning(answer, meanings);
  const aligned = encoder.cosines && (await alignAll(step, encodedAnswer, encoder.cosines));
  return {
    results: matchExpectations(step, encodedAnswer, matcherFor('sentences'), aligned),
    pasted: answer.pasted,
    level: 'sentences',
    matcherVersion: MATCHER_VERSION,
    encoder: encoder.id,
  };
}
