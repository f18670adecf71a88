/** One expectation and one graded answer. */
export interface Judged {
  /** What is left out together. */
  readonly slug: string;
  readonly claim: number;
  readonly closest: number;
  /** Both markers say *found*. */
  readonly found: boolean;
}

export interface CutOffs {
  readonly foundFrom: number;
  readonly unclearFrom: number;
}

/**
 * What is aimed at: how often *found* is right, and *not found*. On a case that the cut-off has not seen it is right less
 * often, and there 85 of 100 are wanted.
 */
export const WANTED = { found: 0.9, notFound: 0.9 } as const;

/** With fewer than so many a share says little. */
const FEWEST = 20;

/**
 * The lowest cut-off at which, and above which, *found* is right often enough, and the highest below which *not found* is; in
 * hundredths, so that nothing hangs on one answer.
 */
export function chooseCutOffs(judged: readonly Judged[]): CutOffs {
  const steps = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
  const isRight = (cutOff: number) => {
    const called = judged.filter(({ claim }) => claim >= cutOff);
    return called.length < FEWEST || called.filter(({ found }) => found).length >= WANTED.found * called.length;
  };
  const wrongAt = steps.findLast((cutOff) => !isRight(cutOff)) ?? 0;
  const foundFrom = Math.min(0.99, Math.round((wrongAt + 0.01) * 100) / 100);
  const unclearFrom =
    steps.findLast((cutOff) => {
      const called = judged.filter(({ closest }) => closest < cutOff);
      const right = called.filter(({ found }) => !found).length;
      return cutOff <= foundFrom && called.length >= FEWEST && right >= WANTED.notFound * called.length;
    }) ?? 0;
  return { foundFrom, unclearFrom };
}

export interface Tally {
  readonly calledFound: number;
  readonly rightlyFound: number;
  readonly trulyFound: number;
  readonly calledNotFound: number;
  readonly wronglyNotFound: number;
  readonly unclear: number;
}

export function tally(judged: readonly Judged[], { foundFrom, unclearFrom }: CutOffs): Tally {
  const called = judged.filter(({ claim }) => claim >= foundFrom);
  const notFound = judged.filter(({ claim, closest }) => claim < foundFrom && closest < unclearFrom);
  return {
    calledFound: called.length,
    rightlyFound: called.filter(({ found }) => found).length,
    trulyFound: judged.filter(({ found }) => found).length,
    calledNotFound: notFound.length,
    wronglyNotFound: notFound.filter(({ found }) => found).length,
    unclear: judged.length - called.length - notFound.length,
  };
}

/** Chooses on all cases but one and counts on that one, for each; the counts of all together. */
export function leaveOneCaseOut(judged: readonly Judged[]): { slug: string; cutOffs: CutOffs; tally: Tally }[] {
  return [...new Set(judged.map(({ slug }) => slug))].map((slug) => {
    const cutOffs = chooseCutOffs(judged.filter((one) => one.slug !== slug));
    return {
      slug,
      cutOffs,
      tally: tally(
        judged.filter((one) => one.slug === slug),
        cutOffs,
      ),
    };
  });
}
