import { alignAll } from '@/lib/core/feedback/align-all';
import { chooseSentences } from '@/lib/core/feedback/choose-sentences';
import { elsewhere } from '@/lib/core/feedback/elsewhere';
import type { Encoded, Encoder } from '@/lib/core/feedback/encoder';
import { matchExpectations } from '@/lib/core/feedback/match-expectations';
import { MATCHER_VERSION, matcherFor } from '@/lib/core/feedback/matcher';
import { shownRuns } from '@/lib/core/feedback/paste';
import { readAnswer, withAnswerMeaning } from '@/lib/core/feedback/read-answer';
import { readReferences, type StepReferences, withMeaning } from '@/lib/core/feedback/references';
import type { MatchingOutcome, MatchingTask } from './messages';

/** Vectors of references, which are the same for every answer to a step. */
export interface ReferenceVectors {
  of(texts: readonly string[], encoder: Encoder): Promise<readonly Encoded[]>;
}

/** Matches by keywords. Pure, and quick for an answer of ordinary length. */
export function matchByKeywords(task: MatchingTask): MatchingOutcome {
  const step = stepOf(task, '', (read) => read);
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
  const step = await stepOf(task, encoder.id, async (read) => withMeaning(read, await vectors.of(read.texts, encoder)));
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

/** Steps that are kept as they are compared: as many as those whose vectors are kept. */
const MOST_STEPS = 24;
const steps = new Map<string, unknown>();

/** What an answer to a step is compared with, which is read once for many answers. */
function stepOf<T>(
  { step, expectations, prompt }: MatchingTask,
  encoderId: string,
  finish: (read: StepReferences) => T,
): T {
  const name = JSON.stringify([
    encoderId,
    step,
    prompt,
    expectations.map(({ id, statement, counts, doesNotCount }) => [id, statement.text, counts, doesNotCount]),
  ]);
  const known = steps.get(name) as T | undefined;
  const found = known ?? finish(readReferences(expectations, prompt, elsewhere(step, expectations)));
  // The least recently used one is the first. What failed is tried again.
  steps.delete(name);
  steps.set(name, found);
  if (found instanceof Promise) found.catch(() => steps.delete(name));
  const [oldest] = steps.keys();
  if (steps.size > MOST_STEPS && oldest !== undefined) steps.delete(oldest);
  return found;
}
