'use client';

import { useState } from 'react';
import { DiagramEditor } from '@/components/diagram/diagram-editor';
import { Button } from '@/components/ui/button';
import { isGuided, type UnaidedAnswer } from '@/lib/core/answer';
import { isLocked } from '@/lib/core/saving/draft-state';
import { STEPS, type StepId } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import { useDraft } from '../saving/use-answer-saver';

/** One writing area, and a diagram for those who want one. */
export function UnaidedSheet({ step, saver }: { step: StepId; saver: AnswerSaver }) {
  const state = useDraft(saver, step);
  const { draft } = state;
  const readOnly = isLocked(state);
  const answer: UnaidedAnswer = isGuided(draft) ? { text: '' } : draft;
  const [drawing, setDrawing] = useState((answer.diagram ?? '') !== '');
  const { title } = STEPS[step];

  function change(part: Partial<UnaidedAnswer>) {
    const latest = saver.stateOf(step).draft;
    saver.edit(step, { ...(isGuided(latest) ? { text: '' } : latest), ...part });
  }

  return (
    <>
      <textarea
        aria-label={`Your answer: ${title}`}
        className="field-box min-h-[46dvh] px-4 py-3 text-large"
        dir="auto"
        spellCheck
        value={answer.text}
        readOnly={readOnly}
        onChange={(event) => change({ text: event.target.value })}
      />
      <div className="mt-4">
        {drawing ? (
          <DiagramEditor
            id={`diagram-${step}`}
            label="Diagram"
            description="Mermaid text, drawn as you type."
            value={answer.diagram ?? ''}
            onChange={(diagram) => change({ diagram })}
            readOnly={readOnly}
          />
        ) : (
          <Button disabled={readOnly} onClick={() => setDrawing(true)}>
            Add a diagram
          </Button>
        )}
      </div>
    </>
  );
}
