'use client';

import { useCallback, useState } from 'react';
import { emptyAnswer, type FieldValue, type GuidedAnswer, isGuided } from '@/lib/core/answer';
import { STEP_FIELDS } from '@/lib/core/fields';
import { latencyTarget } from '@/lib/core/latency-slo';
import { isLocked } from '@/lib/core/saving/draft-state';
import type { StepId } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import { useDraft } from '../saving/use-draft-saver';
import { FieldInput } from './fields/field-input';

/** The form of one step: the core fields, and the rest behind "Go deeper". */
export function GuidedSheet({ step, saver }: { step: StepId; saver: AnswerSaver }) {
  const state = useDraft(saver, step);
  const { draft } = state;
  const readOnly = isLocked(state);
  const clarify = useDraft(saver, 'clarify').draft;
  const answer = isGuided(draft) ? draft : (emptyAnswer('guided') as GuidedAnswer);
  const fields = STEP_FIELDS[step];
  const deeper = fields.filter((field) => !field.core);
  const [open, setOpen] = useState(() => deeper.some((field) => answer.fields[field.id] !== undefined));

  const change = useCallback(
    (fieldId: string, value: FieldValue) => {
      // Read at the moment of the edit: two edits may come before the next drawing.
      const latest = saver.stateOf(step).draft;
      const before = isGuided(latest) ? latest.fields : {};
      saver.edit(step, { fields: { ...before, [fieldId]: value } });
    },
    [saver, step],
  );

  const input = (field: (typeof fields)[number]) => (
    <FieldInput
      key={field.id}
      field={field}
      value={answer.fields[field.id]}
      onChange={change}
      readOnly={readOnly}
      latencyTarget={latencyTarget(clarify)}
    />
  );

  return (
    <div data-locked={readOnly}>
      {fields.filter((field) => field.core).map(input)}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="mb-6 border-y border-rule py-3 text-large font-medium">
          Go deeper <span className="font-normal text-muted tabular-nums">({deeper.length} more)</span>
        </summary>
        {open && deeper.map(input)}
      </details>
    </div>
  );
}
