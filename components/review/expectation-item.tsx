'use client';

import type { BoardExpectation } from '@/components/attempts/board-context';
import { Button } from '@/components/ui/button';
import { ReadingText } from '@/components/ui/reading-text';
import { EXPECTATION_MARK_NAMES, EXPECTATION_MARKS, type ExpectationMarkWord } from '@/lib/core/review/review-words';
import { type DeskActions, useDesk } from './desk-context';
import { DeskItem } from './desk-item';
import { expectationItem } from './desk-items';
import { QuoteLine } from './quote-line';

const SIGNS: Readonly<Record<ExpectationMarkWord, string>> = { found: '✓', 'after-nudge': '↷', absent: '–' };
const KEYS: Readonly<Record<ExpectationMarkWord, string>> = { found: 'F', 'after-nudge': 'N', absent: 'A' };

/** A finding of the matcher, to be taken or refused: it marks nothing by itself. */
function Suggestion({ expectation, actions }: { expectation: BoardExpectation; actions: DeskActions }) {
  const { suggestions, review } = useDesk();
  const suggestion = suggestions[expectation.key];
  if (!suggestion || review.suggestions[expectation.key] || review.expectations[expectation.key]) return null;
  return (
    <div className="no-print mt-2 border-l border-rule pl-3">
      <p className="label-text">
        {suggestion.state === 'found' ? 'Suggested words' : 'Closest words, unclear'}
        {suggestion.level === 'keywords' && <span className="font-normal"> · keyword-level matching</span>}
      </p>
      <QuoteLine quote={suggestion.quote} step={expectation.step} />
      <div className="mt-1 flex flex-wrap gap-2">
        <Button size="small" aria-keyshortcuts="Y" onClick={() => actions.decide(expectation.key, true)}>
          Accept <kbd>Y</kbd>
        </Button>
        <Button size="small" aria-keyshortcuts="X" onClick={() => actions.decide(expectation.key, false)}>
          Reject <kbd>X</kbd>
        </Button>
      </div>
    </div>
  );
}

function MarkButtons({ expectation, actions }: { expectation: BoardExpectation; actions: DeskActions }) {
  const { review, selected } = useDesk();
  const mark = review.expectations[expectation.key]?.mark;
  return (
    <fieldset className="no-print mt-2 flex flex-wrap items-center gap-2">
      <legend className="sr-only">Mark of {expectation.number}</legend>
      {EXPECTATION_MARKS.map((one) => (
        <button
          key={one}
          type="button"
          className="desk-choice"
          aria-pressed={mark === one}
          aria-keyshortcuts={KEYS[one]}
          onClick={() => actions.mark(expectation.key, one)}
        >
          {EXPECTATION_MARK_NAMES[one]} <kbd>{KEYS[one]}</kbd>
        </button>
      ))}
      {selected && mark !== undefined && mark !== 'absent' && (
        <span className="text-small text-muted">The selected words replace its quote.</span>
      )}
    </fieldset>
  );
}

/** One expectation of the case: what it asks for, and whether the answer has it. */
export function ExpectationItem({ expectation }: { expectation: BoardExpectation }) {
  const { review, actions, showWords } = useDesk();
  const item = expectationItem(expectation.key);
  const mark = review.expectations[expectation.key];
  const quote = mark?.quote ?? null;
  return (
    <DeskItem item={item} label={`Expectation ${expectation.number}`} className="desk-expectation">
      <span className="pt-0.5 text-small text-muted tabular-nums">{expectation.number}</span>
      <div className="min-w-0">
        <ReadingText html={expectation.statementHtml} className="reading-small" />
        {mark && (
          <div className="mt-1.5">
            <p className={actions ? 'hidden print:block' : ''}>
              <span aria-hidden="true">{SIGNS[mark.mark]}</span>{' '}
              <span className="font-medium">{EXPECTATION_MARK_NAMES[mark.mark]}</span>
            </p>
            {quote && (
              <div className="flex items-start gap-2">
                <QuoteLine quote={quote} step={expectation.step} />
                <Button
                  size="small"
                  variant="plain"
                  className="no-print"
                  aria-label={`Show the words of ${expectation.number} in the answer`}
                  onClick={() => showWords(item, quote.slot)}
                >
                  Show
                </Button>
              </div>
            )}
          </div>
        )}
        {!mark && !actions && <p className="mt-1 text-muted">No mark</p>}
        {actions && <Suggestion expectation={expectation} actions={actions} />}
        {actions && <MarkButtons expectation={expectation} actions={actions} />}
        <details className="no-print mt-1">
          <summary className="inline-block py-1 text-small text-muted hover:text-ink">
            What counts, and what does not
          </summary>
          <div className="reading reading-small pb-2">
            <p className="font-interface text-small text-muted">Weight {expectation.weight} of 3 in this step.</p>
            <p className="label-text font-interface">Counts</p>
            <ul>
              {expectation.counts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <p className="label-text font-interface">Does not count</p>
            <ul>
              {expectation.doesNotCount.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        </details>
      </div>
    </DeskItem>
  );
}
