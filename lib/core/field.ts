/** A column of a table field. Cells are text, as typed; a `number` column takes "200M" as well as "200000000". */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'choice';
  /** Only for `choice`. */
  readonly choices?: readonly string[];
  /** Relative width on a wide screen; 1 when left out. */
  readonly width?: number;
  readonly placeholder?: string;
}

interface FieldBase {
  readonly id: string;
  readonly label: string;
  /** One line, as an interviewer would ask it. */
  readonly prompt: string;
  /** Core fields are always shown; the others stand behind "Go deeper". */
  readonly core: boolean;
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly maxCharacters: number;
}
export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly maxItems: number;
}
/** A list whose items are each confirmed or assumed. */
export interface AssumptionsField extends FieldBase {
  readonly type: 'assumptions';
  readonly maxItems: number;
}
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly choices: readonly string[];
  /** Several may be chosen. */
  readonly multiple: boolean;
  /** Room for "why"; 0 when none is asked. */
  readonly maxWhyCharacters: number;
}
/** A number with its unit and where it comes from. */
export interface QuantityField extends FieldBase {
  readonly type: 'quantity';
  readonly unitPlaceholder: string;
}
export interface TableField extends FieldBase {
  readonly type: 'table';
  readonly columns: readonly Column[];
  readonly maxRows: number;
  /** A column of times that are added up under the table, and what the total is held against. */
  readonly sum?: { readonly column: string; readonly unit: 'ms'; readonly against?: 'latency-slo' };
}
export interface DiagramField extends FieldBase {
  readonly type: 'diagram';
}

export type Field = TextField | ListField | AssumptionsField | ChoiceField | QuantityField | TableField | DiagramField;

export const MAX_LIST_ITEM_CHARACTERS = 160;

/** A column, written short. */
export const column = (
  id: string,
  label: string,
  kind: Column['kind'] = 'text',
  rest: Partial<Pick<Column, 'choices' | 'width' | 'placeholder'>> = {},
): Column => ({ id, label, kind, ...rest });
