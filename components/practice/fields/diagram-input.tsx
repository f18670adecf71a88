'use client';

import { DiagramEditor } from '@/components/diagram/diagram-editor';
import type { DiagramField } from '@/lib/core/field';
import type { FieldInputProps } from './field-input';

export function DiagramInput({ field, value, onChange, readOnly }: FieldInputProps<DiagramField, string>) {
  return (
    <div className="mb-8">
      <DiagramEditor
        id={`field-${field.id}`}
        label={field.label}
        description={field.prompt}
        value={value ?? ''}
        onChange={onChange}
        readOnly={readOnly}
      />
    </div>
  );
}
