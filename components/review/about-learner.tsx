'use client';

import { type ReactNode, useState } from 'react';
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

/** What this coach knows of the candidate: private notes, and the reviews before this one. Folded to the first line of the notes. */
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
  const [text, setText] = useState(note);
  const earlier = earlierCount === 1 ? '1 earlier review' : `${earlierCount} earlier reviews`;
  return (
    <details id={ABOUT_LEARNER_ID} className="desk-fold no-print">
      <summary>
        <span className="shrink-0 font-medium">About {name}</span>
        {earlierCount > 0 && <span className="shrink-0 text-muted">{earlier}</span>}
        <span className="desk-fold-line text-muted" dir="auto">
          {text.trim() === '' ? 'no private notes' : text}
        </span>
      </summary>
      <div className="mt-2 grid items-start gap-x-10 gap-y-4 pb-2 lg:grid-cols-2">
        {canNote ? (
          <LearnerNote learnerId={learnerId} name={name} saved={note} onText={setText} />
        ) : (
          <p className="text-muted">{note === '' ? 'Start the review to note something about them.' : note}</p>
        )}
        {children}
      </div>
    </details>
  );
}
