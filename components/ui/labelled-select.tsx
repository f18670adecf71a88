'use client';

import { type ComponentProps, useId } from 'react';

/** A choice of a few, with its label. `choices`: value and words, in their order. */
export function LabelledSelect({
  label,
  choices,
  error,
  ...select
}: Omit<ComponentProps<'select'>, 'id' | 'className' | 'children'> & {
  label: string;
  choices: readonly (readonly [value: string, words: string])[];
  error?: string | undefined;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <select
        {...select}
        id={id}
        className="field-box mt-1 h-9 aria-invalid:border-danger"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className="mt-1 text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
