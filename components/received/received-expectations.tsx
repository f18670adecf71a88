'use client';

import type { BoardExpectation } from '@/components/attempts/board-context';
import { useDesk } from '@/components/review/desk-context';
import { DeskItem } from '@/components/review/desk-item';
import { expectationItem } from '@/components/review/desk-items';
import { QuoteLine } from '@/components/review/quote-line';
import { Button } from '@/components/ui/button';
import { ReadingText } from '@/components/ui/reading-text';
import { LEVEL_NAMES, LEVELS } from '@/lib/core/attempt';
import { EXPECTATION_MARK_NAMES, type ExpectationMarkWord } from '@/lib/core/review/review-words';
import type { StepId } from '@/lib/core/steps';
import { type CoachMarks, coachMarkId } from './received-review';

const SIGNS: Readonly<Record<ExpectationMarkWord, string>> = { found: '✓', 'after-nudge': '↷', absent: '–' };

function CoachMark({
  coach: { id, coachName, review },
  expectation,
  isNamed,
}: {
  coach: CoachMarks;
  expectation: BoardExpectation;
  isNamed: boolean;
}) {
  const { showWords } = useDesk();
  const mark = review.expectations[expectation.key];
  if (!mark) return null;
  const { quote } = mark;
  return (
    <div className="mt-1.5">
      <p>
        <span aria-hidden="true">{SIGNS[mark.mark]}</span>{' '}
        <span className="font-medium">{EXPECTATION_MARK_NAMES[mark.mark]}</span>
        {isNamed && <span className="text-muted">, {coachName}</span>}
      </p>
      {quote && (
        <div className="flex items-start gap-2">
          <QuoteLine quote={quote} step={expectation.step} />
          <Button
            size="small"
            variant="plain"
            className="no-print"
            aria-label={`Show the words of ${expectation.number} in the answer${isNamed ? `, ${coachName}` : ''}`}
            onClick={() => showWords(coachMarkId(id, expectationItem(expectation.key)), quote.slot)}
          >
            Show
          </Button>
        </div>
      )}
    </div>
  );
}

function MarkedExpectation({
  expectation,
  coaches,
}: {
  expectation: BoardExpectation;
  coaches: readonly CoachMarks[];
}) {
  const item = expectationItem(expectation.key);
  return (
    <DeskItem
      item={item}
      label={`Expectation ${expectation.number}`}
      className="desk-expectation"
      marks={coaches.map(({ id }) => coachMarkId(id, item))}
    >
      <span className="pt-0.5 text-small text-muted tabular-nums">{expectation.number}</span>
      <div className="min-w-0">
        <ReadingText html={expectation.statementHtml} className="reading-small" />
        {coaches.map((coach) => (
          <CoachMark key={coach.id} coach={coach} expectation={expectation} isNamed={coaches.length > 1} />
        ))}
      </div>
    </DeskItem>
  );
}

/** The case's expectations in a step with what the coaches said of them; those that nobody marked are folded away. */
export function ReceivedExpectations({ step, coaches }: { step: StepId; coaches: readonly CoachMarks[] }) {
  const { expectations } = useDesk();
  const own = expectations.filter((expectation) => expectation.step === step);
  const isMarked = ({ key }: BoardExpectation) => coaches.some(({ review }) => review.expectations[key]);
  const marked = own.filter(isMarked);
  const unmarked = own.filter((expectation) => !isMarked(expectation));
  if (own.length === 0) return null;
  return (
    <>
      <div className="board-part-head mt-6">
        <h4 className="font-medium">Expectations of the case</h4>
        <span className="ml-auto text-muted tabular-nums">
          {marked.length} of {own.length} marked
        </span>
      </div>
      {LEVELS.map((level) => {
        const ofLevel = marked.filter((expectation) => expectation.level === level);
        if (ofLevel.length === 0) return null;
        return (
          <div key={level} className="mt-3">
            <h5 className="label-text">{LEVEL_NAMES[level]}</h5>
            <ul className="mt-1 divide-y divide-rule border-y border-rule">
              {ofLevel.map((expectation) => (
                <MarkedExpectation key={expectation.key} expectation={expectation} coaches={coaches} />
              ))}
            </ul>
          </div>
        );
      })}
      {unmarked.length > 0 && (
        <details className="no-print mt-3">
          <summary className="inline-block py-1 text-muted">
            {marked.length === 0 ? 'None is marked: show them' : `The ${unmarked.length} without a mark`}
          </summary>
          <ul className="divide-y divide-rule border-y border-rule">
            {unmarked.map((expectation) => (
              <li key={expectation.key} className="grid grid-cols-[28px_minmax(0,1fr)] py-3">
                <span className="pt-0.5 text-small text-muted tabular-nums">{expectation.number}</span>
                <ReadingText html={expectation.statementHtml} className="reading-small" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
