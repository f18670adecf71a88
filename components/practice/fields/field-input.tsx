'use client';

import type { Assumption, ChoiceValue, FieldValue, QuantityValue, TableRow } from '@/lib/core/answer';
import type { Field } from '@/lib/core/field';
import { AssumptionsInput } from './assumptions-input';
import { ChoiceInput } from './choice-input';
import { DiagramInput } from './diagram-input';
import { ListInput } from './list-input';
import { QuantityInput } from './quantity-input';
import { TableInput } from './table-input';
import { TextInput } from './text-input';

export interface FieldInputProps<OneField extends Field, Value> {
  readonly field: OneField;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly readOnly: boolean;
}

/** The input of a field, by its type. `latencySloMs` is what a latency budget is held against. */
export function FieldInput({
  field,
  value,
  onChange,
  readOnly,
  latencySloMs,
}: {
  field: Field;
  value: FieldValue | undefined;
  onChange: (value: FieldValue) => void;
  readOnly: boolean;
  latencySloMs: number | null;
}) {
  switch (field.type) {
    case 'text':
      return <TextInput field={field} value={value as string | undefined} onChange={onChange} readOnly={readOnly} />;
    case 'diagram':
      return <DiagramInput field={field} value={value as string | undefined} onChange={onChange} readOnly={readOnly} />;
    case 'list':
      return <ListInput field={field} value={value as string[] | undefined} onChange={onChange} readOnly={readOnly} />;
    case 'assumptions':
      return (
        <AssumptionsInput
          field={field}
          value={value as Assumption[] | undefined}
          onChange={onChange}
          readOnly={readOnly}
        />
      );
    case 'choice':
      return (
        <ChoiceInput field={field} value={value as ChoiceValue | undefined} onChange={onChange} readOnly={readOnly} />
      );
    case 'quantity':
      return (
        <QuantityInput
          field={field}
          value={value as QuantityValue | undefined}
          onChange={onChange}
          readOnly={readOnly}
        />
      );
    case 'table':
      return (
        <TableInput
          field={field}
          value={value as TableRow[] | undefined}
          onChange={onChange}
          readOnly={readOnly}
          latencySloMs={latencySloMs}
        />
      );
  }
}
