import { isPlain } from '../findings/stance';
import type { ConceptId } from './concepts';
import type { Derivation, Draft } from './ledger';
import { isClose, type Quantity } from './quantity';
import { sayCount, sayTime, sayValue } from './say-value';
import { quotePart, type Statement } from './statements';
import { vectorMemory } from './vector-memory';

/*
 * Formulas that every design of this kind uses, all identities: requests a second = daily users × requests of one a day ÷ 86,400;
 * peak = average × peak factor; vector memory = items × dimensions × bytes of a number; days of an experiment ≥ sample of an arm ÷
 * (daily users × the arm's share).
 */

const SECONDS_PER_DAY = 86_400;
/** A derived figure that is off by less than this was rounded on the way. */
const LOOSE = 0.15;
const SMALLER = /\b(?:pq|quanti[sz]\w*|compress\w*|codes?|binary|per shard|each|delta|saved?|saves|less|more)\b/i;

/** The one entry of a concept, said plainly; null when there is none or a second. */
export const only = (drafts: readonly Draft[], concept: ConceptId): Draft | null => {
  const all = drafts.filter((one) => one.concept === concept && isPlain(one.statement));
  return all.length === 1 ? (all[0] ?? null) : null;
};

function derive(draft: Draft, derivation: Derivation, input: Draft): void {
  draft.derivation ??= derivation;
  if (
    isClose(draft.quantity.value, derivation.expected, LOOSE) ||
    isClose(draft.quantity.high, derivation.expected, LOOSE)
  )
    return;
  const why = `${derivation.says} comes to ${sayValue(derivation.expected, draft.quantity.unit, draft.quantity.noun)}, and here it is ${sayValue(draft.quantity.value, draft.quantity.unit, draft.quantity.noun)}.`;
  const quotes = [quotePart(draft.statement, draft.quantity), quotePart(input.statement, input.quantity)] as const;
  draft.stale ??= { kind: 'does-not-follow', why, quotes };
}

/** Requests a second, average and peak. Only where each part is stated once in the whole attempt. */
export function deriveTraffic(drafts: readonly Draft[]): void {
  const users = only(drafts, 'daily-users');
  const each = only(drafts, 'requests-per-user');
  const average = only(drafts, 'average-requests');
  const peak = only(drafts, 'peak-requests');
  const factor = only(drafts, 'peak-factor');
  if (users && each && average) {
    const expected = users.quantity.value * each.quantity.value;
    derive(
      average,
      {
        formula: 'average-requests',
        says: 'Daily users × requests of one a day ÷ 86,400',
        inputs: [users.id, each.id],
        expected,
      },
      users,
    );
  }
  if (!average && users && each && factor && peak) {
    const expected = users.quantity.value * each.quantity.value * factor.quantity.value;
    const inputs = [users.id, each.id, factor.id];
    const says = 'Daily users × requests of one a day ÷ 86,400 × peak factor';
    derive(peak, { formula: 'peak-requests', says, inputs, expected }, users);
  }
  if (average && factor && peak) {
    const expected = average.quantity.value * factor.quantity.value;
    derive(
      peak,
      { formula: 'peak-requests', says: 'Average × peak factor', inputs: [average.id, factor.id], expected },
      average,
    );
  }
}

/** Memory of a machine, which is no size of anything: "fits in 64 GB", "64 GB machines". */
const OF_MACHINES = /\b(?:fits?|machines?|nodes?|servers?|ram|each|gpus?|hosts?|budget|limit)\b/i;

/** "100M vectors of 128 dims in fp32 take 51.2 GB", in one sentence or in two beside each other that hold one of each. */
export function deriveMemory(
  statement: Statement,
  before: Statement | null,
  draftOf: (quantity: Quantity) => Draft | undefined,
): void {
  const memories = statement.quantities.filter(({ unit, value }) => unit === 'bytes' && value >= 1e6);
  const [said] = memories;
  const memory = said && draftOf(said);
  if (!said || !memory || memories.length !== 1) return;
  const own = vectorMemory(statement.quantities, 1e5);
  const isBeside = !own && before?.path === statement.path && before.slot === statement.slot && before.cells === null;
  const vectors = own ?? (isBeside ? vectorMemory([...before.quantities, ...statement.quantities], 1e5) : null);
  const text = own || !before ? statement.text : `${before.text} ${statement.text}`;
  if (!vectors || SMALLER.test(text) || OF_MACHINES.test(text) || !isPlain({ text })) return;
  if (!own && before?.quantities.some(({ unit }) => unit === 'bytes')) return;
  const input = draftOf(vectors.items);
  if (!input || input === memory) return;
  const inputs = [input.id, ...[draftOf(vectors.dimensions)?.id ?? []].flat()];
  derive(
    memory,
    { formula: 'vector-memory', says: 'Items × dimensions × bytes a number', inputs, expected: vectors.bytes },
    input,
  );
}

/** The row of an experiment: its days must be enough for its sample, if nobody came twice. */
export function deriveDays(statement: Statement, own: readonly Draft[], users: Draft | null): void {
  const { unit, n_per_arm: sample, days, split } = statement.cells ?? {};
  if (statement.field !== 'experiment' || !users || !sample?.quantity || !days?.quantity || !split) return;
  if (!/\b(?:users?|people|persons?|members?|viewers?)\b/i.test(unit?.text ?? '')) return;
  const shares = statement.quantities.filter(
    (one) => one.unit === 'ratio' && one.start >= split.start && one.end <= split.end,
  );
  if (shares.length === 0) return;
  const least = sample.quantity.value / (users.quantity.value * Math.max(...shares.map(({ value }) => value)));
  const draft = own.find(({ quantity }) => quantity === days.quantity);
  if (!draft) return;
  const expected = least * SECONDS_PER_DAY;
  const input = own.find(({ quantity }) => quantity === sample.quantity);
  const inputs = [users.id, ...(input ? [input.id] : [])];
  draft.derivation ??= {
    formula: 'experiment-days',
    says: 'Sample of an arm ÷ its daily users, at least',
    inputs,
    expected,
  };
  if (days.quantity.high >= expected * (1 - LOOSE)) return;
  const why = `The sample needs at least ${sayTime(expected)} at ${sayCount(users.quantity.value)} daily users, and ${sayTime(days.quantity.high)} are planned.`;
  draft.stale ??= {
    kind: 'does-not-follow',
    why,
    quotes: [quotePart(statement, days), quotePart(users.statement, users.quantity)],
  };
}
