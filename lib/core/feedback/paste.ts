import { type Token, tokensOf } from './tokens';

/** What a candidate was shown and may have copied. */
export type PasteSource = 'prompt' | 'hint' | 'worked-answer';

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

/** Runs of words, by their words, in what was shown; the first source that has one counts. */
export type ShownRuns = ReadonlyMap<string, PasteSource>;

/** Reads what was shown once, for many answers. */
export function shownRuns(shown: readonly ShownText[]): ShownRuns {
  const runs = new Map<string, PasteSource>();
  for (const { source, text } of shown) {
    for (const run of runsOf(tokensOf(text))) if (!runs.has(run.key)) runs.set(run.key, source);
  }
  return runs;
}

/** The stretches of a text that were copied, in order and without overlap; neighbouring ones of one source are joined. */
export function pastesIn(text: string, runs: ShownRuns): Paste[] {
  const pastes: Paste[] = [];
  for (const run of runsOf(tokensOf(text))) {
    const source = runs.get(run.key);
    if (source === undefined) continue;
    const last = pastes.at(-1);
    if (last !== undefined && run.start <= last.end) {
      pastes[pastes.length - 1] = { ...last, end: Math.max(last.end, run.end) };
    } else {
      pastes.push({ source, start: run.start, end: run.end });
    }
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
