import type { Quote } from '../../quote';
import type { StepId } from '../../steps';
import { type ConceptId, conceptName, conceptOf } from './concepts';
import { derivationsOf } from './derivations';
import { isClose, type Quantity, type UnitKind } from './quantity';
import { type Answers, quotePart, type Statement, statementsOf } from './statements';
import { wordsAround } from './words-around';

/** One place where a quantity stands. */
export interface Mention {
  readonly quote: Quote;
  /** Null on a blank page, where nothing is tagged. */
  readonly step: StepId | null;
}

/** How a quantity comes about. Values in its base unit. */
export interface Derivation {
  /** `written` is a calculation of the candidate's own, `implied` is seen from units and values; the others are known formulas. */
  readonly formula: 'written' | 'implied' | 'peak-requests' | 'average-requests' | 'vector-memory' | 'experiment-days';
  /** In words and signs: "items × dimensions × bytes a number". */
  readonly says: string;
  /** Ids of the entries that go into it. */
  readonly inputs: readonly string[];
  readonly expected: number;
}

/** Why a quantity has to be looked at again: two places that no longer fit. */
export interface Stale {
  /** `changed`: it was made from another value than what now stands there. */
  readonly kind: 'differs' | 'does-not-follow' | 'changed';
  /** One sentence, with the numbers. */
  readonly why: string;
  readonly quotes: readonly [Quote, Quote];
}

/** A named quantity of an attempt, as the list beside the answer shows it. */
export interface LedgerEntry {
  /** The same as long as the quantities before it are: made of the name, with a number where a name comes twice. */
  readonly id: string;
  /** Suggested from the words around it: "daily users", "eligible video". */
  readonly name: string;
  readonly value: number;
  /** The upper end of a range, else the same. */
  readonly high: number;
  readonly unit: UnitKind;
  readonly noun: string | null;
  /** As it was first written. */
  readonly shown: string;
  readonly stated: Mention;
  /** Where the same quantity stands again. */
  readonly reused: readonly Mention[];
  readonly derivation: Derivation | null;
  readonly stale: Stale | null;
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** How many quantities were left out because the list would be too long. */
  readonly left: number;
}

/** An entry while it is being made. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly concept: ConceptId | null;
  readonly quantity: Quantity;
  readonly statement: Statement;
  readonly reused: { readonly quantity: Quantity; readonly statement: Statement }[];
  derivation: Derivation | null;
  stale: Stale | null;
}

const MAX_ENTRIES = 200;
/** A value is looked for among so many of about its size. */
const MAX_COMPARED = 12;
const UNIT_NAMES: Partial<Record<UnitKind, string>> = {
  seconds: 'time',
  ratio: 'share',
  bytes: 'memory',
  money: 'cost',
  count: 'number',
};

/** Small whole numbers, and the seconds of a day, are words more often than quantities: "two towers", "3 of them". */
function isListed({ unit, value, qualifiers }: Quantity): boolean {
  if (unit === 'count') return (value >= 1000 && value !== 86_400 && value !== 3600) || qualifiers.includes('perArm');
  if (['items', 'users', 'requests', 'instances'].includes(unit)) return value >= 10;
  return unit !== 'bits' && value !== 0;
}

function nameOf(quantity: Quantity, concept: ConceptId | null): string {
  if (concept) return conceptName(concept);
  const percentile = quantity.qualifiers.find((one) => /^p\d/.test(one));
  const name = [percentile, quantity.label].filter((part) => part !== undefined && part !== '').join(' ');
  return name === '' ? (UNIT_NAMES[quantity.unit] ?? quantity.noun ?? 'number') : name;
}

const idOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'number';

/** Equal values of one unit lie in the same of these or in the next. */
const bucketOf = (value: number) => Math.round(Math.log(Math.abs(value) || 1) / Math.log(1.05));

/** The same quantity again: the same concept, or the same words about the same value. */
function isReuse(draft: Draft, quantity: Quantity, concept: ConceptId | null): boolean {
  if (!isClose(draft.quantity.value, quantity.value) || !isClose(draft.quantity.high, quantity.high)) return false;
  if (draft.quantity.noun !== quantity.noun && draft.quantity.noun !== null && quantity.noun !== null) return false;
  if (draft.concept !== null && draft.concept === concept) return true;
  return draft.quantity.subject.some((word) => quantity.subject.includes(word));
}

class Collector {
  readonly drafts: Draft[] = [];
  left = 0;
  readonly #buckets = new Map<string, Draft[]>();
  readonly #counts = new Map<number, Draft>();
  readonly #ids = new Map<string, number>();

  add(statement: Statement, quantity: Quantity): void {
    const concept = conceptOf(quantity, statement.text, wordsAround(statement, quantity));
    const bucket = bucketOf(quantity.value);
    const near = [bucket, bucket - 1, bucket + 1].flatMap((one) =>
      (this.#buckets.get(`${quantity.unit} ${one}`) ?? []).slice(0, MAX_COMPARED),
    );
    const same = near.find((draft) => isReuse(draft, quantity, concept)) ?? this.#counted(quantity);
    if (same) same.reused.push({ quantity, statement });
    else if (this.drafts.length >= MAX_ENTRIES) this.left += 1;
    else this.#start(statement, quantity, concept, `${quantity.unit} ${bucket}`);
  }

  /** A number without a unit is taken for the counted thing of the same value: "100M" after "100M videos". */
  #counted({ unit, value, qualifiers }: Quantity): Draft | undefined {
    if (unit !== 'count' || qualifiers.includes('perArm')) return undefined;
    return this.#counts.get(value);
  }

  #start(statement: Statement, quantity: Quantity, concept: ConceptId | null, key: string): void {
    const name = nameOf(quantity, concept);
    const base = idOf(name);
    const count = (this.#ids.get(base) ?? 0) + 1;
    this.#ids.set(base, count);
    const id = count === 1 ? base : `${base}-${count}`;
    const draft: Draft = { id, name, concept, quantity, statement, reused: [], derivation: null, stale: null };
    this.drafts.push(draft);
    if (['items', 'users', 'requests', 'count'].includes(quantity.unit) && !this.#counts.has(quantity.value))
      this.#counts.set(quantity.value, draft);
    this.#buckets.set(key, [...(this.#buckets.get(key) ?? []).slice(0, MAX_COMPARED - 1), draft]);
  }
}

const mention = ({ quantity, statement }: { quantity: Quantity; statement: Statement }): Mention => ({
  quote: quotePart(statement, quantity),
  step: statement.step,
});

/**
 * The quantities of an attempt: each named, where it is stated first, where it comes again, how it follows from others, and
 * whether it no longer fits. In every mode, from forms and from prose; drawings and code are left out. Deterministic, and
 * linear in the length of the answers.
 */
export function ledgerOf(answers: Answers): Ledger {
  const statements = statementsOf(answers);
  const collector = new Collector();
  for (const statement of statements) {
    for (const quantity of statement.quantities) {
      if (isListed(quantity)) collector.add(statement, quantity);
    }
  }
  derivationsOf(collector.drafts, statements);
  const entries = collector.drafts.map((draft): LedgerEntry => {
    const { id, name, quantity, derivation, stale } = draft;
    const { value, high, unit, noun, text: shown } = quantity;
    return {
      id,
      name,
      value,
      high,
      unit,
      noun,
      shown,
      stated: mention(draft),
      reused: draft.reused.map(mention),
      derivation,
      stale,
    };
  });
  return { entries, left: collector.left };
}
