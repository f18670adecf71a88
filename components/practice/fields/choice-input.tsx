'use client';

import type { ChoiceValue } from '@/lib/core/answer';
import type { ChoiceField } from '@/lib/core/field';
import { FieldFrame, fieldIds, LengthNote } from './field-frame';
import type { FieldInputProps } from './field-input';

const NOTHING: ChoiceValue = { chosen: [], why: '' };

/** One or several of a fixed set, with room for why where the field asks for it. */
export function ChoiceInput({ field, value = NOTHING, onChange, readOnly }: FieldInputProps<ChoiceField, ChoiceValue>) {
  const ids = fieldIds(field.id);
  const choose = (choice: string, on: boolean) => {
    if (!field.multiple) return onChange({ ...value, chosen: on ? [choice] : [] });
    onChange({
      ...value,
      chosen: field.choices.filter((one) => (one === choice ? on : value.chosen.includes(one))),
    });
  };
  return (
    <FieldFrame ids={ids} label={field.label} prompt={field.prompt} group>
      <div className="flex flex-wrap gap-x-2 gap-y-2">
        {field.choices.map((choice) => (
          <label
            key={choice}
            className="inline-flex min-h-9 items-center gap-2 rounded-control border border-control bg-raised px-3 has-checked:border-accent has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type={field.multiple ? 'checkbox' : 'radio'}
              name={ids.input}
              checked={value.chosen.includes(choice)}
              disabled={readOnly}
              onChange={(event) => choose(choice, event.target.checked)}
            />
            {choice}
          </label>
        ))}
      </div>
      {field.maxWhyCharacters > 0 && (
        <div className="mt-2">
          <textarea
            aria-label={`${field.label}: why`}
            placeholder={readOnly ? undefined : 'Why'}
            className="field-box text-large"
            rows={2}
            dir="auto"
            value={value.why}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...value, why: event.target.value })}
          />
          <LengthNote length={value.why.length} limit={field.maxWhyCharacters} />
        </div>
      )}
    </FieldFrame>
  );
}
