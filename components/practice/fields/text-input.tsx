'use client';

import type { TextField } from '@/lib/core/field';
import { FieldFrame, fieldIds, LengthNote } from './field-frame';
import type { FieldInputProps } from './field-input';

export function TextInput({ field, value, onChange, readOnly }: FieldInputProps<TextField, string>) {
  const ids = fieldIds(field.id);
  const text = value ?? '';
  return (
    <FieldFrame
      ids={ids}
      label={field.label}
      prompt={field.prompt}
      note={<LengthNote length={text.length} limit={field.maxCharacters} />}
    >
      <textarea
        id={ids.input}
        aria-describedby={ids.prompt}
        className="field-box min-h-[62px] text-large"
        rows={field.maxCharacters > 600 ? 6 : field.maxCharacters > 300 ? 3 : 2}
        dir="auto"
        value={text}
        readOnly={readOnly}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
