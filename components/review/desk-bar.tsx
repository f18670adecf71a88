'use client';

import { missingEvidence } from '@/lib/core/review/evidence';
import { STEPS, type StepId } from '@/lib/core/steps';
import { type DeskPart, useDesk } from './desk-context';
import type { DeskSection } from './desk-items';

/** The second word is left out where there is no room for it. */
const PART_NAMES: Readonly<Record<DeskPart, readonly [string, string?]>> = {
  answer: ['Answer'],
  rubric: ['Rubric'],
  worked: ['Worked', 'answer'],
  notes: ['Notes', 'on the case'],
  earlier: ['Earlier', 'reviews'],
};
const PART_KEYS: Readonly<Record<DeskPart, string | undefined>> = {
  answer: undefined,
  rubric: 'R',
  worked: 'W',
  notes: 'T',
  earlier: 'H',
};

/** How much of a step has its marks: expectations, and bands with evidence. */
function useProgress(section: DeskSection): { done: number; all: number } {
  const { review, dimensions, expectations } = useDesk();
  const own = dimensions.filter(({ step }) => (step ?? 'whole') === section);
  const banded = own.length - missingEvidence(review, own).length;
  if (section === 'whole') return { done: banded + (review.verdict ? 1 : 0), all: own.length + 1 };
  const asked = expectations.filter(({ step }) => step === section);
  const marked = asked.filter(({ key }) => review.expectations[key]).length;
  return { done: banded + marked, all: own.length + asked.length };
}

function SectionLink({ section, isCurrent }: { section: DeskSection; isCurrent: boolean }) {
  const { done, all } = useProgress(section);
  const step = section === 'whole' ? null : STEPS[section as StepId];
  return (
    <li className="flex-1 lg:flex-none">
      <a href={`#${section}`} aria-current={isCurrent ? 'step' : undefined} className="board-step">
        <span>
          {step ? step.number : '∑'}
          <span className="sr-only lg:not-sr-only"> {step ? step.shortTitle : 'Verdict'}</span>
        </span>
        <span aria-hidden="true" className="text-small text-muted">
          {done}/{all}
        </span>
        <span className="sr-only">
          , {done} of {all} marked
        </span>
      </a>
    </li>
  );
}

/** Which step, which part, one step or all: the controls that stay in sight. */
export function DeskBar({
  sections,
  current,
  parts,
  part,
  showAll,
  onPart,
  onShowAll,
}: {
  sections: readonly DeskSection[];
  current: DeskSection;
  parts: readonly DeskPart[];
  part: DeskPart;
  showAll: boolean;
  onPart: (part: DeskPart) => void;
  onShowAll: (showAll: boolean) => void;
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
          {parts.map((one) => (
            <button
              key={one}
              type="button"
              data-choice={one}
              aria-pressed={one === part}
              aria-keyshortcuts={PART_KEYS[one]}
              onClick={() => onPart(one)}
              className="board-part"
            >
              {PART_NAMES[one][0]}
              {PART_NAMES[one][1] && <span className="sr-only sm:not-sr-only"> {PART_NAMES[one][1]}</span>}
            </button>
          ))}
        </fieldset>
        <label className="hidden items-center gap-2 whitespace-nowrap xs:flex">
          <input type="checkbox" checked={showAll} onChange={(event) => onShowAll(event.target.checked)} />
          All steps
        </label>
      </div>
    </div>
  );
}
