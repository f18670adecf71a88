'use client';

import { type ComponentProps, useId } from 'react';

/** Some lines to fill in, with their label, what to know before, and what is wrong with them. They grow with the text. */
export function LabelledTextarea({
  label,
  hint,
  error,
  rows = 2,
  ...textarea
}: Omit<ComponentProps<'textarea'>, 'id' | 'className'> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
      <textarea
        dir="auto"
        {...textarea}
        id={id}
        rows={rows}
        className="field-box mt-1 min-h-[54px] aria-invalid:border-danger"
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1 text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
