'use client';

import { use } from 'react';
import type { Excerpt } from '@/lib/core/answer-blocks';
import { highlightRuns } from '@/lib/core/highlight';
import { type Board, BoardContext, type BoardExpectation } from './board-context';
import { excerptAttributes } from './selected-quote';

interface FoundQuote {
  readonly id: string;
  readonly expectation: BoardExpectation | null;
  readonly start: number;
  readonly end: number;
}

/** The quotes that were marked as found in the passage of an excerpt and reach into it. */
function quotesIn(excerpt: Excerpt, { marks, expectations }: Board): FoundQuote[] {
  const end = excerpt.start + excerpt.text.length;
  return [...marks].flatMap(([key, { verdict }]) => {
    if (!verdict?.found) return [];
    const { quote } = verdict;
    if (quote.slot !== excerpt.slot || quote.path !== excerpt.path) return [];
    if (quote.start >= end || quote.end <= excerpt.start) return [];
    return [{ id: key, expectation: expectations.find((one) => one.key === key) ?? null, ...quote, key }];
  });
}

/** Words of the answer, as typed. What is marked as found is under the marker; the element's text is the excerpt exactly. */
export function QuotedText({ excerpt, className = '' }: { excerpt: Excerpt; className?: string }) {
  const board = use(BoardContext);
  // Before submission there is nothing to mark.
  if (!board) {
    return <span className={`quotable ${className}`}>{excerpt.text}</span>;
  }
  const { lit, light, showExpectation } = board;
  const quotes = quotesIn(excerpt, board);
  const runs = highlightRuns(excerpt.text, excerpt.start, quotes);
  let offset = excerpt.start;
  return (
    <span {...excerptAttributes(excerpt)} className={`quotable ${className}`}>
      {runs.map(({ text, ids }) => {
        const key = offset;
        offset += text.length;
        const [first] = ids;
        if (first === undefined) return text;
        return (
          // The margin sign beside it does the same by keyboard.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <mark
            key={key}
            data-lit={lit !== null && ids.includes(lit)}
            onMouseEnter={() => light(first)}
            onMouseLeave={() => light(null)}
            onClick={() => {
              if (document.getSelection()?.isCollapsed) showExpectation(first);
            }}
          >
            {text}
          </mark>
        );
      })}
    </span>
  );
}

/** The sign and the word for every quote that begins in one of the excerpts: what the marker says without its colour. */
export function QuoteSigns({ excerpts }: { excerpts: readonly Excerpt[] }) {
  return (
    <span className="quote-signs">
      {excerpts.map((excerpt) => (
        <SignsOf key={`${excerpt.path}.${excerpt.start}`} excerpt={excerpt} />
      ))}
    </span>
  );
}

function SignsOf({ excerpt }: { excerpt: Excerpt }) {
  const board = use(BoardContext);
  if (!board) return null;
  const { lit, light, showExpectation } = board;
  const end = excerpt.start + excerpt.text.length;
  const beginning = quotesIn(excerpt, board).filter((quote) => quote.start >= excerpt.start && quote.start < end);
  return beginning.map(({ id, expectation }) => (
    <button
      key={id}
      data-sign={id}
      type="button"
      data-lit={lit === id}
      className="quote-sign"
      aria-label={`Found ${expectation?.number ?? ''}: ${expectation?.statementText ?? 'no longer in the case'}. Show it in the checklist.`}
      onMouseEnter={() => light(id)}
      onMouseLeave={() => light(null)}
      onFocus={() => light(id)}
      onBlur={() => light(null)}
      onClick={() => showExpectation(id)}
    >
      <span aria-hidden="true">✓</span> found {expectation?.number}
    </button>
  ));
}
