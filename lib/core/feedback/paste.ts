import { gappedRuns, type WordSequence, wordSequence } from './gapped-overlap';
import { type Token, tokensOf } from './tokens';

/** What a candidate could read and may have copied. */
export type PasteSource = 'prompt' | 'fact' | 'hint' | 'worked-answer';

export interface ShownText {
  readonly source: PasteSource;
  readonly text: string;
}

/** A stretch of an answer that stands in what the candidate was shown. Offsets as those of the text that was read. */
export interface Paste {
  readonly source: PasteSource;
  readonly start: number;
  readonly end: number;
}

/** So many words in the same order are no accident. */
const RUN = 6;
/** Unless all of them only hold a sentence together: "at the end of the day". */
const RUN_WEIGHT = 0.7;

/**
 * The worth (`gappedRuns`) from which words were copied and changed here and there. A hint and a fact are short. Of all graded
 * answers, strong exemplars and examples none comes near it that does not have the same words.
 */
const COPIED_FROM: Readonly<Record<PasteSource, number>> = { prompt: 8, fact: 6, hint: 4.5, 'worked-answer': 8 };

/** What was shown, as it is looked for. */
export interface ShownRuns {
  /** Runs of words, by their words; the first source that has one counts. */
  readonly runs: ReadonlyMap<string, PasteSource>;
  /** All of it in order, for what was copied and changed here and there. */
  readonly sequences: readonly WordSequence<PasteSource>[];
}

/** Reads what was shown once, for many answers. */
export function shownRuns(shown: readonly ShownText[]): ShownRuns {
  const runs = new Map<string, PasteSource>();
  const sequences = shown.map(({ source, text }) => {
    const tokens = tokensOf(text);
    // Six words of a fact are its numbers and what they count: who answers needs them.
    const found = source === 'fact' ? [] : runsOf(tokens);
    for (const run of found) if (!runs.has(run.key)) runs.set(run.key, source);
    return wordSequence(source, tokens);
  });
  return { runs, sequences };
}

/** The stretches of a text that were copied, in order and without overlap; neighbouring ones of one source are joined. */
export function pastesIn(text: string, { runs, sequences }: ShownRuns): Paste[] {
  const tokens = tokensOf(text);
  const copied = [
    ...runsOf(tokens).flatMap(({ key, start, end }): Paste[] => {
      const source = runs.get(key);
      return source === undefined ? [] : [{ source, start, end }];
    }),
    ...gappedRuns(tokens, sequences, (source) => COPIED_FROM[source]).map(
      ({ source, start, end }): Paste => ({ source, start, end }),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const pastes: Paste[] = [];
  for (const one of copied) {
    const last = pastes.at(-1);
    if (last === undefined || one.start > last.end) pastes.push(one);
    else if (one.end > last.end) pastes[pastes.length - 1] = { ...last, end: one.end };
  }
  return pastes;
}

function runsOf(tokens: readonly Token[]): { key: string; start: number; end: number }[] {
  const found = [];
  for (let index = 0; index + RUN <= tokens.length; index += 1) {
    const run = tokens.slice(index, index + RUN);
    if (run.reduce((sum, token) => sum + token.weight, 0) < RUN_WEIGHT) continue;
    const [first] = run;
    const last = run.at(-1);
    if (first && last) found.push({ key: run.map(({ word }) => word).join(' '), start: first.start, end: last.end });
  }
  return found;
}
