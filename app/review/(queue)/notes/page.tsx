import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { UnreadNotices } from '@/app/unread-notices';
import { LearnerNote } from '@/components/review/learner-note';
import { LeftInReviews } from '@/components/review/left-in-reviews';
import { TakenReviews } from '@/components/review/taken-reviews';
import { PersonWhoTypes } from '@/components/saving/use-unsent-text';
import { LocalTime } from '@/components/ui/local-time';
import { signInPath } from '@/lib/core/next-path';
import { loadLearnerNotes } from '@/lib/loaders/load-learner-notes';
import { loadTakenReviews } from '@/lib/loaders/load-taken-reviews';
import { findPageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Your notes' };

/** What a coach has noted about learners, to read and to change. */
export default async function NotesPage() {
  const reader = await findPageReader(await headers());
  if (!reader || reader.isGuest) redirect(signInPath('/review/notes'));
  const [notes, taken] = await Promise.all([loadLearnerNotes(reader), loadTakenReviews(reader, new Date())]);
  return (
    <>
      <UnreadNotices />
      <p className="text-muted">
        <Link href="/review" prefetch={false} className="text-link">
          Reviews
        </Link>
      </p>
      <h1 className="font-reading text-display font-semibold tracking-tight">Your notes</h1>
      <p className="mt-3 max-w-[66ch] font-reading text-reading text-muted">
        {notes.length === 0
          ? 'There are none yet. What you note about somebody beside a review is kept here, and shown to you the next time. Nobody else sees it.'
          : 'Nobody else sees them. An empty note is gone when you leave the page.'}
      </p>
      <LeftInReviews
        reviews={taken.map(({ candidateName, caseTitle, review }) => ({
          id: review.id,
          title: `${candidateName}: ${caseTitle}`,
          saved: review.review,
        }))}
        personId={reader.userId}
        explanation="These words were typed into reviews and never saved: the attempts were taken back or deleted before that. Only this browser has them. Copy what you want to keep."
      />
      <ul className="mt-6 max-w-[760px] space-y-6">
        {notes.map(({ userId, name, text, changedAt }) => (
          <li key={userId}>
            <h2 className="mb-1 flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">{name}</span>
              <span className="text-small text-muted">
                <LocalTime iso={changedAt} show="day" />
              </span>
              <Link
                href={`/review?person=${encodeURIComponent(userId)}`}
                prefetch={false}
                className="text-link text-small"
              >
                Their attempts
              </Link>
            </h2>
            <PersonWhoTypes id={reader.userId}>
              <LearnerNote learnerId={userId} name={name} saved={text} />
            </PersonWhoTypes>
          </li>
        ))}
      </ul>
      <TakenReviews taken={taken.filter(({ review }) => review.revision > 0)} />
    </>
  );
}
