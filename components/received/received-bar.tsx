'use client';

import { type DeskPart, useDesk } from '@/components/review/desk-context';
import type { DeskSection } from '@/components/review/desk-items';
import { Button } from '@/components/ui/button';
import { STEPS } from '@/lib/core/steps';

const PARTS = ['answer', 'rubric', 'worked'] as const satisfies readonly DeskPart[];
const PART_NAMES: Readonly<Record<(typeof PARTS)[number], string>> = {
  answer: 'Answer',
  rubric: 'Marks',
  worked: 'Worked answer',
};

function SectionLink({ section, isCurrent }: { section: DeskSection; isCurrent: boolean }) {
  const { comments } = useDesk();
  const own = comments.filter((comment) => comment.step === section);
  const open = own.filter(({ thread }) => thread?.state === 'open').length;
  const step = section === 'whole' ? null : STEPS[section];
  return (
    <li className="flex-1 lg:flex-none">
      <a href={`#${section}`} aria-current={isCurrent ? 'step' : undefined} className="board-step">
        <span>
          {step ? step.number : '∑'}
          <span className="sr-only lg:not-sr-only"> {step ? step.shortTitle : 'Whole'}</span>
        </span>
        <span aria-hidden="true" className="h-4 text-small text-muted">
          {open > 0 ? (
            <>
              {open}
              <span className="max-lg:hidden"> open</span>
            </>
          ) : own.length > 0 ? (
            '✓'
          ) : (
            ''
          )}
        </span>
        <span className="sr-only">
          , {own.length === 1 ? '1 comment' : `${own.length} comments`}, {open} open
        </span>
      </a>
    </li>
  );
}

/** Which step, which part, one step or all: the controls that stay in sight. */
export function ReceivedBar({
  sections,
  current,
  part,
  showAll,
  onPart,
  onShowAll,
  onShortcuts,
}: {
  sections: readonly DeskSection[];
  current: DeskSection;
  part: DeskPart;
  showAll: boolean;
  onPart: (part: DeskPart) => void;
  onShowAll: (showAll: boolean) => void;
  onShortcuts: () => void;
}) {
  return (
    <div className="board-bar no-print">
      <nav aria-label="Steps of this review" className="min-w-0">
        <ol className="flex">
          {sections.map((section) => (
            <SectionLink key={section} section={section} isCurrent={!showAll && current === section} />
          ))}
        </ol>
      </nav>
      <div className="board-controls">
        <fieldset className="board-parts desk-parts">
          <legend className="sr-only">What to show</legend>
          {PARTS.map((one) => (
            <button
              key={one}
              type="button"
              data-choice={one}
              aria-pressed={one === part}
              aria-keyshortcuts={one === 'worked' ? 'W' : one === 'rubric' ? 'R' : undefined}
              onClick={() => onPart(one)}
              className="board-part"
            >
              {PART_NAMES[one]}
            </button>
          ))}
        </fieldset>
        <label className="hidden items-center gap-2 whitespace-nowrap xs:flex">
          <input type="checkbox" checked={showAll} onChange={(event) => onShowAll(event.target.checked)} />
          All steps
        </label>
        <Button size="small" variant="plain" className="max-lg:hidden" onClick={onShortcuts}>
          Shortcuts
        </Button>
      </div>
    </div>
  );
}
