'use client';

import type { ReactNode } from 'react';
import { useDesk } from './desk-context';
import { DeskItem } from './desk-item';
import { DimensionItem } from './dimension-item';
import { GrowingText } from './growing-text';
import { VerdictItem } from './verdict-item';

const SUMMARY_MAX = 20_000;

/** What is about all steps: how the time went, how the candidate led, the verdict, and a summary. */
export function WholeSection({
  isCurrent,
  ownBands,
  otherReviews,
  pace,
}: {
  isCurrent: boolean;
  ownBands: ReactNode;
  otherReviews: ReactNode;
  pace: ReactNode;
}) {
  const { dimensions, review, actions } = useDesk();
  return (
    <section
      id="whole"
      aria-labelledby="title-whole"
      data-step="whole"
      data-current={isCurrent}
      className="board-section"
    >
      <h2 id="title-whole" className="board-title">
        Verdict
      </h2>
      <div className="board-columns desk-whole">
        <div>
          <h3 className="sr-only">Marks of the whole answer</h3>
          {dimensions
            .filter(({ step }) => step === null)
            .map((dimension) => (
              <DimensionItem key={dimension.id} dimension={dimension} />
            ))}
          {otherReviews}
        </div>
        <div>
          <h3 className="sr-only">In sum</h3>
          <VerdictItem />
          <DeskItem item="summary" label="Summary" as="section" className="desk-dimension">
            <h4 className="font-medium">Summary</h4>
            <p className="mt-1 text-small text-muted">What the candidate reads first: what to keep, what to change.</p>
            <GrowingText
              label="Summary"
              placeholder="Summary"
              className="min-h-24"
              value={review.summary}
              maxLength={SUMMARY_MAX}
              onChange={actions?.typeSummary ?? null}
            />
            {!actions && review.summary === '' && <p className="mt-1 text-muted">None was written.</p>}
          </DeskItem>
        </div>
      </div>
      <div className="mt-10 max-w-[860px] empty:hidden">{ownBands}</div>
      <div className="mt-10 max-w-[860px]">{pace}</div>
    </section>
  );
}
