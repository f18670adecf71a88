'use client';

import { isGuided, type UnaidedAnswer } from '@/lib/core/answer';
import { isLocked } from '@/lib/core/saving/draft-state';
import { STEPS, type StepId } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import { useDraft } from '../saving/use-draft-saver';
import { OptionalDiagram } from './optional-diagram';

/** One writing area, and a diagram for those who want one. */
export function UnaidedSheet({ step, saver }: { step: StepId; saver: AnswerSaver }) {
  const state = useDraft(saver, step);
  const { draft } = state;
  const readOnly = isLocked(state);
  const answer: UnaidedAnswer = isGuided(draft) ? { text: '' } : draft;
  const { title } = STEPS[step];

  function change(part: Partial<UnaidedAnswer>) {
    const latest = saver.stateOf(step).draft;
    saver.edit(step, { ...(isGuided(latest) ? { text: '' } : latest), ...part });
  }

  return (
    <div data-locked={readOnly}>
      <textarea
        aria-label={`Your answer: ${title}`}
        className="field-box min-h-[46dvh] px-4 py-3 text-large"
        dir="auto"
        spellCheck
        value={answer.text}
        readOnly={readOnly}
        onChange={(event) => change({ text: event.target.value })}
      />
      <OptionalDiagram
        id={`diagram-${step}`}
        source={answer.diagram}
        readOnly={readOnly}
        onChange={(diagram) => change({ diagram })}
      />
    </div>
  );
}
