'use client';

import type { QuantityValue } from '@/lib/core/answer';
import type { QuantityField } from '@/lib/core/field';
import { FieldFrame, fieldIds } from './field-frame';
import type { FieldInputProps } from './field-input';

const NOTHING: QuantityValue = { value: '', unit: '', derivation: '' };

/** A number, its unit, and where it comes from. */
export function QuantityInput({
  field,
  value = NOTHING,
  onChange,
  readOnly,
}: FieldInputProps<QuantityField, QuantityValue>) {
  const ids = fieldIds(field.id);
  const input = (part: keyof QuantityValue, label: string, placeholder: string, className: string) => (
    <label className={className}>
      <span className="label-text mb-1 block">{label}</span>
      <input
        className="field-box tabular-nums"
        inputMode={part === 'value' ? 'decimal' : 'text'}
        dir="auto"
        placeholder={readOnly ? undefined : placeholder}
        value={value[part]}
        readOnly={readOnly}
        onChange={(event) => onChange({ ...value, [part]: event.target.value })}
      />
    </label>
  );
  return (
    <FieldFrame ids={ids} label={field.label} prompt={field.prompt} group>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-[120px_200px_1fr]">
        {input('value', 'Value', '30', '')}
        {input('unit', 'Unit', field.unitPlaceholder, '')}
        {input('derivation', 'How derived', '', 'col-span-2 sm:col-span-1')}
      </div>
    </FieldFrame>
  );
}
