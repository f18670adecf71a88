import type { ReactNode } from 'react';

/** The ids that tie an input to its label and prompt. */
export interface FieldIds {
  readonly input: string;
  readonly label: string;
  readonly prompt: string;
}

export function fieldIds(fieldId: string): FieldIds {
  return { input: `field-${fieldId}`, label: `label-${fieldId}`, prompt: `prompt-${fieldId}` };
}

/** A label, the one-line prompt, and the input. `group` when the input is several controls. */
export function FieldFrame({
  ids,
  label,
  prompt,
  group = false,
  note,
  children,
}: {
  ids: FieldIds;
  label: string;
  prompt: string;
  group?: boolean;
  note?: ReactNode;
  children: ReactNode;
}) {
  const head = (
    <>
      <span className="text-large font-medium">{label}</span>
    </>
  );
  return (
    <div
      className="mb-8"
      {...(group ? { role: 'group', 'aria-labelledby': ids.label, 'aria-describedby': ids.prompt } : {})}
    >
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        {group ? (
          <div id={ids.label}>{head}</div>
        ) : (
          <label id={ids.label} htmlFor={ids.input}>
            {head}
          </label>
        )}
        {note}
        <p id={ids.prompt} className="w-full text-muted">
          {prompt}
        </p>
      </div>
      {children}
    </div>
  );
}

/** In place of rows that nobody can add now. */
export function NothingWritten() {
  return <p className="text-muted">Nothing written</p>;
}

/** How much of a limit is used; said only when it comes near, and as a fact when it is passed: nothing is cut off. */
export function LengthNote({ length, limit }: { length: number; limit: number }) {
  if (length < limit * 0.8) return null;
  const over = length - limit;
  return (
    <span className={`text-small tabular-nums ${over > 0 ? 'text-danger' : 'text-muted'}`}>
      {over > 0 ? `${over} over ${limit}: too long to say aloud` : `${length} of ${limit}`}
    </span>
  );
}
