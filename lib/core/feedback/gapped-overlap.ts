import type { Token } from './tokens';

/*
 * Text that was copied and then changed here and there: a word put in, left out or replaced after every few. Its words still
 * follow each other as they do in the source, with small gaps. Who says the same thought in words of their own shares some of
 * its words, but not so many in one row.
 */

/** A telling word of a text, with what stands next to it. */
interface PlacedWord {
  readonly token: Token;
  readonly before: string;
  readonly after: string;
}

/** A source as the sequence of its telling words. */
export interface WordSequence<Source> {
  readonly source: Source;
  readonly words: readonly PlacedWord[];
  /** The places of each stem among them. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** What follows further away than so many telling words goes on with nothing. */
const MOST_SKIPPED = 3;
/** What a word costs that only one of the two has. */
const SKIP_COST = 0.4;
/** What a shared word is worth, and what more when the word before or after it is the same too: who copies keeps the little words. */
const SHARED = 0.4;
const SHARED_NEIGHBOUR = 0.3;
/** Numbers are the same in everybody's words. */
const OF_A_NUMBER = 0.3;
/** A word that stands so often in a source begins nothing. */
const MOST_PLACES = 60;

function telling(tokens: readonly Token[]): PlacedWord[] {
  return tokens.flatMap((token, index) =>
    token.weight > 0 ? [{ token, before: tokens[index - 1]?.stem ?? '', after: tokens[index + 1]?.stem ?? '' }] : [],
  );
}

export function wordSequence<Source>(source: Source, tokens: readonly Token[]): WordSequence<Source> {
  const places = new Map<string, number[]>();
  const words = telling(tokens);
  for (const [place, { token }] of words.entries()) {
    const known = places.get(token.stem);
    if (known === undefined) places.set(token.stem, [place]);
    else known.push(place);
  }
  return { source, words, places };
}

/** A row of shared words up to one of them. */
interface Row {
  readonly worth: number;
  /** Where it begins among the telling words of the text. */
  readonly from: number;
}

/** A stretch of a text that follows a source with gaps; `end` exclusive, UTF-16 offsets as those of the tokens. */
export interface GappedRun<Source> {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly worth: number;
}

/**
 * The stretches of a text that follow a source, by local alignment (Smith and Waterman, 1981) of their telling words: a shared word is
 * worth 1 between the same neighbours, one that is skipped on either side costs `SKIP_COST`.
 *
 * @param leastFor the worth from which so many words in one row are no accident
 */
export function gappedRuns<Source>(
  tokens: readonly Token[],
  sequences: readonly WordSequence<Source>[],
  leastFor: (source: Source) => number,
): GappedRun<Source>[] {
  const words = telling(tokens);
  return sequences.flatMap((sequence) => runsAlong(words, sequence, leastFor(sequence.source)));
}

function runsAlong<Source>(
  words: readonly PlacedWord[],
  { source, words: shown, places }: WordSequence<Source>,
  least: number,
): GappedRun<Source>[] {
  const runs: GappedRun<Source>[] = [];
  /** The rows that end at one of the last words of the text, by their place in the source. */
  const recent: Map<number, Row>[] = [];
  for (const [at, word] of words.entries()) {
    const rows = new Map<number, Row>();
    const found = places.get(word.token.stem) ?? [];
    for (const place of found.length > MOST_PLACES ? [] : found) {
      const row = continued(recent, at, place, worthOf(word, shown[place] as PlacedWord));
      rows.set(place, row);
      if (row.worth < least) continue;
      runs.push({ source, start: words[row.from]?.token.start ?? 0, end: word.token.end, worth: row.worth });
    }
    recent.unshift(rows);
    recent.length = Math.min(recent.length, MOST_SKIPPED + 1);
  }
  return runs;
}

function worthOf(one: PlacedWord, other: PlacedWord): number {
  const neighbours = Number(one.before === other.before) + Number(one.after === other.after);
  return (SHARED + SHARED_NEIGHBOUR * neighbours) * (/^\d/.test(one.token.word) ? OF_A_NUMBER : 1);
}

/** The best row that goes on with a word, or one that begins with it. */
function continued(recent: readonly Map<number, Row>[], at: number, place: number, worth: number): Row {
  let best: Row = { worth, from: at };
  for (const [skipped, rows] of recent.entries()) {
    if (rows.size === 0) continue;
    for (let left = 0; left <= MOST_SKIPPED; left += 1) {
      const before = rows.get(place - 1 - left);
      if (before === undefined) continue;
      const longer = before.worth + worth - SKIP_COST * (skipped + left);
      if (longer > best.worth) best = { worth: longer, from: before.from };
    }
  }
  return best;
}
