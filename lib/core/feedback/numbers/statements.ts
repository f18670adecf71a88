import { type Answer, type FieldValue, isGuided, isPage, type TableRow, type Tag } from '../../answer';
import { ANSWER_SLOTS, type AnswerSlot, PAGE_SLOT } from '../../attempt';
import type { Column, TableField } from '../../field';
import { STEP_FIELDS } from '../../fields';
import { CELL_SEPARATOR, type Passage, passagesOf } from '../../passages';
import type { Quote } from '../../quote';
import type { TextSpan } from '../../quote-span';
import { isStepId, STEP_IDS, type StepId } from '../../steps';
import { type Sentence, sentencesOf } from '../sentences';
import { findQuantities } from './find-quantities';
import type { Quantity } from './quantity';
import { quantityInCell } from './typed-cells';

/** What an attempt holds, by slot; as `textOfStep` takes it. */
export type Answers = Partial<Record<AnswerSlot, Answer>>;

/** One cell of a table row, at its place in the row's passage. */
export interface Cell extends TextSpan {
  readonly text: string;
  /** The number of a cell that is meant to hold one, in the base unit of its column. */
  readonly quantity: Quantity | null;
}

/** One sentence, list item or table row of an answer, with the quantities in it. All offsets are of the passage. */
export interface Statement extends TextSpan {
  readonly slot: AnswerSlot;
  /** The step it belongs to; on a blank page by its tags, and null without one. */
  readonly step: StepId | null;
  readonly path: string;
  readonly text: string;
  /** The field, in guided mode. */
  readonly field: string | null;
  /** The cells of a table row by column. Null for anything else. */
  readonly cells: Readonly<Record<string, Cell>> | null;
  readonly quantities: readonly Quantity[];
  readonly kind: Sentence['kind'];
  /** Place in the attempt: steps in their order, then the order of the text. */
  readonly order: number;
}

type Draft = Omit<Statement, 'order'>;

const shifted = (quantity: Quantity, by: number): Quantity => ({
  ...quantity,
  start: quantity.start + by,
  end: quantity.end + by,
});

/** The step that the larger part of a stretch is tagged to. */
function taggedStep(tags: readonly Tag[], span: TextSpan): StepId | null {
  let best: StepId | null = null;
  let most = 0;
  for (const tag of tags) {
    const shared = Math.min(tag.end, span.end) - Math.max(tag.start, span.start);
    const isEarlier = best !== null && STEP_IDS.indexOf(tag.step) < STEP_IDS.indexOf(best);
    if (shared > most || (shared === most && shared > 0 && isEarlier)) {
      most = shared;
      best = tag.step;
    }
  }
  return best;
}

/** What is looked at of an attempt, some 40,000 words: who writes more holds nobody up. */
export const MOST_STATEMENTS = 2_000;
const MOST_CHARACTERS = 200_000;
/** Of one cell of a table. */
const MOST_CELL_CHARACTERS = 2_000;

/** Counts what was looked at; says no when it is enough. */
class Allowance {
  #statements = 0;
  #characters = 0;

  take(text: string): boolean {
    this.#statements += 1;
    this.#characters += text.length;
    return this.#statements <= MOST_STATEMENTS && this.#characters <= MOST_CHARACTERS;
  }
}

function proseStatements(
  slot: AnswerSlot,
  passage: Passage,
  field: string | null,
  tags: readonly Tag[],
  allowance: Allowance,
): Draft[] {
  const allowed = sentencesOf(passage.text).filter(({ text }) => allowance.take(text));
  return allowed.map(({ start, end, text, kind }) => ({
    slot,
    step: isStepId(slot) ? slot : taggedStep(tags, { start, end }),
    path: passage.path,
    start,
    end,
    text,
    field,
    cells: null,
    quantities: kind === 'code' ? [] : findQuantities(text).map((quantity) => shifted(quantity, start)),
    kind,
  }));
}

/** A number and the unit in the next column are one quantity: "35k · per second". */
const joinsUnit = (column: Column, next: Column | undefined) => column.kind === 'number' && next?.id === 'unit';

function rowStatement(slot: StepId, passage: Passage, field: TableField, row: TableRow): Draft {
  const cells: Record<string, Cell> = {};
  const quantities: Quantity[] = [];
  const name = (row[field.columns[0]?.id ?? ''] ?? '').trim();
  let start = 0;
  field.columns.forEach((column, index) => {
    const text = (row[column.id] ?? '').trim();
    if (text === '') return;
    const end = start + text.length;
    const next = field.columns[index + 1];
    const unit = joinsUnit(column, next) && next ? (row[next.id] ?? '').trim() : '';
    const read = quantityInCell({
      fieldId: field.id,
      columnId: column.id,
      text: text.slice(0, MOST_CELL_CHARACTERS),
      unit: unit.slice(0, 80),
      name,
    });
    const stands = read && {
      ...read,
      start: start + read.start,
      end: unit === '' ? start + read.end : end + CELL_SEPARATOR.length + unit.length,
    };
    const quantity = stands && { ...stands, text: passage.text.slice(stands.start, stands.end) };
    const loose =
      quantity || column.kind !== 'text' || column.id === 'unit'
        ? []
        : findQuantities(text.slice(0, MOST_CELL_CHARACTERS));
    const found = quantity ? [quantity] : loose.map((one) => shifted(one, start));
    cells[column.id] = { start, end, text, quantity: found.length === 1 ? (found[0] ?? null) : null };
    quantities.push(...found);
    start = end + CELL_SEPARATOR.length;
  });
  const { path, text } = passage;
  return { slot, step: slot, path, start: 0, end: text.length, text, field: field.id, cells, quantities, kind: 'row' };
}

function guidedStatements(
  slot: StepId,
  fields: Readonly<Record<string, FieldValue | undefined>>,
  passages: readonly Passage[],
  allowance: Allowance,
) {
  return passages.flatMap((passage): Draft[] => {
    const [fieldId = '', index] = passage.path.split('.');
    const field = STEP_FIELDS[slot].find((one) => one.id === fieldId);
    if (field?.type !== 'table') return proseStatements(slot, passage, fieldId, [], allowance);
    const row = (fields[fieldId] as TableRow[] | undefined)?.[Number(index)];
    return row && allowance.take(passage.text) ? [rowStatement(slot, passage, field, row)] : [];
  });
}

/**
 * What the answers of an attempt say, in the order of the steps; only the first part of it when it is very long. Drawings are left
 * out: their numbers are labels.
 */
export function statementsOf(answers: Answers): Statement[] {
  const allowance = new Allowance();
  const drafts = ANSWER_SLOTS.flatMap((slot) => {
    const answer = answers[slot];
    if (!answer) return [];
    const passages = passagesOf(slot, answer).filter((passage) => passage.kind === 'text');
    if (isGuided(answer)) return slot === PAGE_SLOT ? [] : guidedStatements(slot, answer.fields, passages, allowance);
    const tags = isPage(answer) ? answer.tags : [];
    return passages.flatMap((passage) => proseStatements(slot, passage, null, tags, allowance));
  });
  return drafts.map((draft, order) => ({ ...draft, order }));
}

/** What a quote may hold (`quoteSchema`). */
const MAX_QUOTE_CHARACTERS = 20_000;

/** The whole statement as a quote; a table cell can hold more than a quote may, and is then cut. */
export function quoteOf(statement: Statement): Quote {
  return quotePart(statement, statement);
}

/** A part of a statement's passage as a quote: of a quantity, or of a cell. */
export function quotePart(statement: Statement, span: TextSpan): Quote {
  const { slot, path, start: from } = statement;
  const end = Math.min(span.end, span.start + MAX_QUOTE_CHARACTERS);
  return { slot, path, start: span.start, end, text: statement.text.slice(span.start - from, end - from) };
}
