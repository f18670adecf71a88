'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AnswerMark } from '@/components/answers/answer-marks';
import type { ExpectationMark } from '@/lib/core/api-types';
import type { BoardExpectation } from './board-context';
import { MarkKeeper, type MarkState, type Verdict } from './mark-keeper';
import { sendMark, waitingMarks } from './send-mark';

const verdictOf = (mark: ExpectationMark): Verdict =>
  mark.found && mark.quote ? { found: true, quote: mark.quote } : { found: false };

/** What the candidate has marked in an attempt, kept and sent for as long as the page is shown. */
export function useMarks(attemptId: string, saved: readonly ExpectationMark[]) {
  const [keeper] = useState(
    () =>
      new MarkKeeper(
        new Map(saved.map((mark) => [`${mark.step}/${mark.expectationId}`, verdictOf(mark)])),
        (key, verdict) => sendMark(attemptId, key, verdict),
        waitingMarks(attemptId),
      ),
  );
  useEffect(() => {
    keeper.resume();
    const retry = () => keeper.retryUnsent();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [keeper]);
  const marks = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  return { keeper, marks };
}

/** The quotes that were marked as found, as the answer shows them. */
export function foundMarks(
  marks: ReadonlyMap<string, MarkState>,
  expectations: readonly BoardExpectation[],
): AnswerMark[] {
  return [...marks].flatMap(([key, { verdict }]) => {
    if (!verdict?.found) return [];
    const { text: _, ...place } = verdict.quote;
    const expectation = expectations.find((one) => one.key === key);
    const number = expectation?.number ?? '';
    const statement = expectation?.statementText ?? 'no longer in the case';
    const name = `Found ${number}: ${statement}. Show it in the checklist.`;
    return [{ id: key, ...place, tone: 'found', sign: `✓ found ${number}`, name }];
  });
}
