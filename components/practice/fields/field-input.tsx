'use client';

import { memo } from 'react';
import type { Assumption, ChoiceValue, FieldValue, QuantityValue, TableRow } from '@/lib/core/answer';
import type { Field } from '@/lib/core/field';
import type { LatencyTarget } from '@/lib/core/latency-slo';
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

/**
 * The input of a field, by its type. `latencyTarget` is what a latency budget is held against. Drawn again only when its own
 * value changes, so that a keystroke costs one field and not the form; `onChange` must therefore stay the same function.
 */
export const FieldInput = memo(function FieldInput({
  field,
  value,
  onChange,
  readOnly,
  latencyTarget,
}: {
  field: Field;
  value: FieldValue | undefined;
  onChange: (fieldId: string, value: FieldValue) => void;
  readOnly: boolean;
  latencyTarget: LatencyTarget;
}) {
  const change = (next: FieldValue) => onChange(field.id, next);
  const rest = { onChange: change, readOnly };
  switch (field.type) {
    case 'text':
      return <TextInput field={field} value={value as string | undefined} {...rest} />;
    case 'diagram':
      return <DiagramInput field={field} value={value as string | undefined} {...rest} />;
    case 'list':
      return <ListInput field={field} value={value as string[] | undefined} {...rest} />;
    case 'assumptions':
      return <AssumptionsInput field={field} value={value as Assumption[] | undefined} {...rest} />;
    case 'choice':
      return <ChoiceInput field={field} value={value as ChoiceValue | undefined} {...rest} />;
    case 'quantity':
      return <QuantityInput field={field} value={value as QuantityValue | undefined} {...rest} />;
    case 'table':
      return (
        <TableInput field={field} value={value as TableRow[] | undefined} {...rest} latencyTarget={latencyTarget} />
      );
  }
});
