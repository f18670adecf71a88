'use client';

import { type ReactNode, useRef } from 'react';
import { LearnerNote } from './learner-note';

export const ABOUT_LEARNER_ID = 'about-learner';

/** Opens the notes and goes into them. */
export function openLearnerNotes(): void {
  const fold = document.getElementById(ABOUT_LEARNER_ID);
  if (!(fold instanceof HTMLDetailsElement)) return;
  fold.open = true;
  fold.scrollIntoView({ block: 'center' });
  fold.querySelector('textarea')?.focus({ preventScroll: true });
}

/** What this coach knows of the candidate: private notes, and the reviews before this one. Open when there is any. */
export function AboutLearner({
  learnerId,
  name,
  note,
  canNote,
  earlierCount,
  children,
}: {
  learnerId: string;
  name: string;
  note: string;
  /** Notes are for those who have begun a review. */
  canNote: boolean;
  earlierCount: number;
  /** The earlier reviews. */
  children: ReactNode;
}) {
  const fold = useRef<HTMLDetailsElement>(null);
  const earlier =
    earlierCount === 0 ? '' : earlierCount === 1 ? ', 1 earlier review' : `, ${earlierCount} earlier reviews`;
  return (
    <details ref={fold} id={ABOUT_LEARNER_ID} className="no-print mt-4" open={note !== '' || earlierCount > 0}>
      <summary className="inline-block py-1">
        <span className="font-medium">About {name}</span>
        <span className="text-muted">: private notes{earlier}</span>
      </summary>
      <div className="mt-2 grid gap-x-10 gap-y-4 lg:grid-cols-2">
        {canNote ? (
          <LearnerNote learnerId={learnerId} name={name} saved={note} />
        ) : (
          <p className="text-muted">{note === '' ? 'Start the review to note something about them.' : note}</p>
        )}
        {children}
      </div>
    </details>
  );
}
