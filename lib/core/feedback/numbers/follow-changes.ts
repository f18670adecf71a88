import { z } from 'zod';
import type { Ledger, LedgerEntry } from './ledger';
import { isClose } from './quantity';

const figure = z.object({
  id: z.string().max(120),
  unit: z.string().max(40),
  value: z.number(),
  shown: z.string().max(200),
});

/** A quantity, and what it was made from when the two were last seen to fit. */
export const madeFrom = figure.extend({ from: z.array(figure).min(1).max(8) });
export type MadeFrom = z.infer<typeof madeFrom>;
type Figure = z.infer<typeof figure>;

const MAX_SHOWN = 200;
const MAX_KEPT = 200;

const isSame = (entry: LedgerEntry, { unit, value }: Figure): boolean => entry.unit === unit && entry.value === value;
const say = (shown: string) => shown.replaceAll(' · ', ' ');

const figureOf = ({ id, unit, value, shown }: LedgerEntry): Figure => ({
  id: id.slice(0, 120),
  unit,
  value,
  shown: say(shown).slice(0, MAX_SHOWN),
});

/** What the entry is made from as the answers stand now; null when nothing is known, or when it does not fit. */
function madeNow(entry: LedgerEntry, byId: ReadonlyMap<string, LedgerEntry>): MadeFrom | null {
  if (!entry.derivation || entry.stale) return null;
  // A formula lets a figure be far off before it says that it does not follow; what was made from another is close to it.
  const { expected } = entry.derivation;
  if (!isClose(entry.value, expected) && !isClose(entry.high, expected)) return null;
  const from = entry.derivation.inputs.flatMap((id) => byId.get(id) ?? []).filter((one) => one !== entry);
  return from.length === 0 ? null : { ...figureOf(entry), from: from.slice(0, 8).map(figureOf) };
}

/**
 * Marks what was made from a quantity that has been changed since. An input has changed when its value stands nowhere any more and
 * its name has another one; a result that was rewritten, or that follows from what is there now, is not marked. What is deleted
 * may be on its way to something else, and marks nothing.
 *
 * @param before what was remembered of the same answers.
 * @returns the ledger with its marks, and what to remember of it.
 */
export function followChanges(
  ledger: Ledger,
  before: readonly MadeFrom[],
): { readonly ledger: Ledger; readonly made: readonly MadeFrom[] } {
  const { entries } = ledger;
  const byId = new Map(entries.map((one) => [one.id, one]));
  const made = new Map<string, MadeFrom>();
  for (const entry of entries) {
    const now = madeNow(entry, byId);
    if (now) made.set(entry.id, now);
  }
  const marks = new Map<string, LedgerEntry['stale']>();
  for (const one of before) {
    const named = byId.get(one.id);
    const result = named && isSame(named, one) ? named : entries.find((entry) => isSame(entry, one));
    if (!result) continue;
    const again = made.get(result.id);
    const isLeft = (input: Figure) =>
      again?.from.some(({ unit, value, id }) => unit === 'count' && value === input.value && id !== input.id) ?? true;
    // What follows from what is there now is no longer made from what was: but for a bare number left in its calculation.
    const changed = one.from.flatMap((input) => {
      const now = byId.get(input.id);
      const isChanged = now && now !== result && now.unit === input.unit && now.value !== input.value;
      return isChanged && isLeft(input) && !entries.some((entry) => isSame(entry, input)) ? [{ input, now }] : [];
    });
    if (again && changed.length === 0) continue;
    made.set(result.id, { ...one, id: result.id });
    const [first] = changed;
    // Which figure was changed says more than what the formula comes to now.
    if (!first || result.stale?.kind === 'differs') continue;
    const why = `Made from ${first.input.shown}, which has changed to ${say(first.now.shown)}.`;
    marks.set(result.id, { kind: 'changed', why, quotes: [result.stated.quote, first.now.stated.quote] });
  }
  const marked = entries.map((entry) => {
    const stale = marks.get(entry.id);
    return stale ? { ...entry, stale } : entry;
  });
  return { ledger: { ...ledger, entries: marked }, made: [...made.values()].slice(0, MAX_KEPT) };
}
