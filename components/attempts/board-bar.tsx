'use client';

import { STEPS, type StepId } from '@/lib/core/steps';
import { BOARD_PARTS, type BoardPart, useBoard } from './board-context';

const PART_NAMES: Readonly<Record<BoardPart, string>> = {
  answer: 'My answer',
  worked: 'Worked answer',
  checklist: 'Checklist',
};

/** Which step, which part, one step or all: the controls that stay in sight. */
export function BoardBar({
  steps,
  current,
  part,
  showAll,
  onPart,
  onShowAll,
}: {
  steps: readonly StepId[];
  current: StepId;
  part: BoardPart;
  showAll: boolean;
  onPart: (part: BoardPart) => void;
  onShowAll: (showAll: boolean) => void;
}) {
  const { expectations, marks } = useBoard();
  return (
    <div className="board-bar no-print">
      <nav aria-label="Steps of this attempt" className="min-w-0">
        <ol className="flex">
          {steps.map((id) => {
            const { number, shortTitle } = STEPS[id];
            const own = expectations.filter((expectation) => expectation.step === id);
            const marked = own.filter((expectation) => marks.get(expectation.key)?.verdict).length;
            return (
              <li key={id} className="flex-1 lg:flex-none">
                <a
                  href={`#${id}`}
                  aria-current={!showAll && current === id ? 'step' : undefined}
                  className="board-step"
                >
                  <span>
                    {number}
                    <span className="sr-only lg:not-sr-only"> {shortTitle}</span>
                  </span>
                  <span aria-hidden="true" className="text-small text-muted">
                    {marked}/{own.length}
                  </span>
                  <span className="sr-only">
                    , {marked} of {own.length} marked
                  </span>
                </a>
              </li>
            );
          })}
        </ol>
      </nav>
      <div className="board-controls">
        <fieldset className="board-parts">
          <legend className="sr-only">What to show</legend>
          {BOARD_PARTS.map((one) => (
            <button
              key={one}
              type="button"
              data-choice={one}
              aria-pressed={one === part}
              onClick={() => onPart(one)}
              className="board-part"
            >
              {PART_NAMES[one]}
            </button>
          ))}
        </fieldset>
        {expectations.length > 0 && (
          <a href="#what-was-found" className="hidden whitespace-nowrap text-muted hover:text-ink md:inline">
            What was found
          </a>
        )}
        {steps.length > 1 && (
          <label className="hidden items-center gap-2 whitespace-nowrap xs:flex">
            <input type="checkbox" checked={showAll} onChange={(event) => onShowAll(event.target.checked)} />
            All steps
          </label>
        )}
      </div>
    </div>
  );
}
