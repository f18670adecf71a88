import { type Answer, type FieldValue, isGuided, type TableRow } from './answer';
import { type AnswerSlot, PAGE_SLOT } from './attempt';
import type { Field, TableField } from './field';
import { STEP_FIELDS } from './fields';

/**
 * A piece of an answer that can be read, compared and quoted on its own: a text field, one item of a list, one row of a
 * table, a diagram's source. `path` is stable while the answer is unchanged: `business_goal`, `scale.0`, `text`.
 */
export interface Passage {
  readonly path: string;
  /** The name of the field it belongs to. */
  readonly label: string;
  readonly kind: 'text' | 'diagram';
  readonly text: string;
}

/** Between the cells of a table row when the row is read as one line. */
export const CELL_SEPARATOR = ' · ';

function rowText(field: TableField, row: TableRow): string {
  return field.columns
    .map((column) => (row[column.id] ?? '').trim())
    .filter((cell) => cell !== '')
    .join(CELL_SEPARATOR);
}

function itemTexts(field: Field, value: FieldValue): string[] {
  switch (field.type) {
    case 'text':
    case 'diagram':
      return [value as string];
    case 'list':
      return value as string[];
    case 'assumptions':
      return (value as { text: string; status: string }[]).map((item) =>
        item.text.trim() === '' ? '' : `${item.text} (${item.status})`,
      );
    case 'choice': {
      const { chosen, why } = value as { chosen: string[]; why: string };
      return [[chosen.join(', '), why].filter((part) => part.trim() !== '').join(': ')];
    }
    case 'quantity': {
      const { value: amount, unit, derivation } = value as { value: string; unit: string; derivation: string };
      const quantity = [amount, unit].filter((part) => part.trim() !== '').join(' ');
      return [[quantity, derivation].filter((part) => part.trim() !== '').join(CELL_SEPARATOR)];
    }
    case 'table':
      return (value as TableRow[]).map((row) => rowText(field, row));
  }
}

const isSingle = (field: Field) => !['list', 'assumptions', 'table'].includes(field.type);

/**
 * The non-empty passages of an answer, in the order of the form. In unaided and blank mode that is the text, and the
 * diagram when there is one.
 */
export function passagesOf(slot: AnswerSlot, answer: Answer): Passage[] {
  if (!isGuided(answer)) {
    const passages: Passage[] = [{ path: 'text', label: 'Answer', kind: 'text', text: answer.text }];
    if (answer.diagram !== undefined) {
      passages.push({ path: 'diagram', label: 'Diagram', kind: 'diagram', text: answer.diagram });
    }
    return passages.filter((passage) => passage.text.trim() !== '');
  }
  if (slot === PAGE_SLOT) return [];
  return STEP_FIELDS[slot].flatMap((field) => {
    const value = answer.fields[field.id];
    if (value === undefined) return [];
    return itemTexts(field, value).flatMap((text, index) =>
      text.trim() === ''
        ? []
        : [
            {
              path: isSingle(field) ? field.id : `${field.id}.${index}`,
              label: field.label,
              kind: field.type === 'diagram' ? ('diagram' as const) : ('text' as const),
              text,
            },
          ],
    );
  });
}

/** True when nobody has written anything into the answer. */
export function isBlank(slot: AnswerSlot, answer: Answer): boolean {
  return passagesOf(slot, answer).length === 0;
}
