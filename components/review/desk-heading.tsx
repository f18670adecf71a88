import Link from 'next/link';
import type { ReactNode } from 'react';
import { answeredText } from '@/components/attempts/attempt-heading';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptDetail } from '@/lib/core/api-types';
import { attemptMinutes, LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import { shareText } from '@/lib/core/duration-text';
import type { ReviewerClaim } from '@/lib/core/review/review-api';
import { STEPS } from '@/lib/core/steps';
import { DESK_HEADING_ID } from './desk-items';

function Others({ others, isPublished }: { others: readonly ReviewerClaim[]; isPublished: boolean }) {
  if (others.length === 0) return null;
  return (
    <ul aria-label="Other coaches" className="mt-1 text-muted">
      {others.map(({ name, fromPacket, until, publishedAt }) => (
        <li key={`${name}.${until}`}>
          <span className="font-medium text-ink">{name}</span>
          {fromPacket && ' (as the packet is signed)'}{' '}
          {publishedAt ? (
            <>
              published a review <LocalTime iso={publishedAt} />.{' '}
              {isPublished ? (
                <a href="#whole" className="text-link">
                  Read it beside your verdict
                </a>
              ) : (
                'You read it once you have published yours.'
              )}
            </>
          ) : (
            until && (
              <>
                has it until <LocalTime iso={until} show="clock" />. {!isPublished && 'You may review it too. '}Neither
                sees the other’s marks before both are published.
              </>
            )
          )}
        </li>
      ))}
    </ul>
  );
}

/** As much as fits on one line; the answer and the rubric need the height. */
const LINE_CHARACTERS = 110;

/** What the candidate asks to look at: one line, and the rest of a long one by a press. */
function Asked({ name, note, at }: { name: string; note: string; at: string }) {
  const words = (
    <>
      <span className="text-muted">
        {name} asks, <LocalTime iso={at} />:
      </span>{' '}
      <span className="desk-text" dir="auto">
        {note}
      </span>
    </>
  );
  if (note.length <= LINE_CHARACTERS && !note.trim().includes('\n')) return <p className="mt-1">{words}</p>;
  return (
    <details className="desk-asked desk-fold">
      <summary>
        <div className="min-w-0">{words}</div>
      </summary>
    </details>
  );
}

/** Which attempt is on the desk, what its candidate asks for, who else is at it, and what can be done. */
export function DeskHeading({
  attempt,
  candidateName,
  publishedAt,
  requests,
  others,
  children,
}: {
  attempt: AttemptDetail;
  candidateName: string;
  /** Of this coach's review; null while it is being written. */
  publishedAt: string | null;
  requests: readonly { readonly note: string; readonly requestedAt: string }[];
  others: readonly ReviewerClaim[];
  /** Buttons. */
  children: ReactNode;
}) {
  return (
    <header>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <p className="no-print text-muted">
              <Link href="/review" prefetch={false} className="text-link">
                Reviews
              </Link>
              <span aria-hidden="true" className="ml-2">
                /
              </span>
            </p>
            <h1
              id={DESK_HEADING_ID}
              tabIndex={-1}
              className="scroll-mt-20 font-reading text-title font-semibold text-balance wrap-anywhere outline-none"
            >
              {candidateName}: {attempt.caseTitle ?? attempt.caseSlug}
            </h1>
          </div>
          <p className="text-muted tabular-nums">
            {MODE_NAMES[attempt.mode]}, {LEVEL_NAMES[attempt.level].toLowerCase()}
            {attempt.onlyStep && `, only ${STEPS[attempt.onlyStep].title}`} ·{' '}
            {attempt.submittedAt && (
              <>
                submitted <LocalTime iso={attempt.submittedAt} show="moment" /> ·{' '}
              </>
            )}
            {shareText(attempt.activeMs, attemptMinutes(attempt))} · {answeredText(attempt)}
          </p>
        </div>
        <div className="no-print flex flex-wrap items-center gap-2">{children}</div>
      </div>
      {attempt.caseState !== 'same' && (
        <p role="note" className="mt-2 max-w-[76ch] border-l-2 border-ink pl-3">
          {attempt.caseState === 'changed'
            ? 'The text of this case has changed since the attempt was started: a few expectations may not match what was asked.'
            : 'This case is no longer here: the answer is whole, and there are no expectations to mark.'}
        </p>
      )}
      {publishedAt && (
        <p className="mt-1">
          You published your review <LocalTime iso={publishedAt} show="moment" />: it can be read and answered, and no
          longer changed.
        </p>
      )}
      <Others others={others} isPublished={publishedAt !== null} />
      {requests
        .filter(({ note }) => note.trim() !== '')
        .map(({ note, requestedAt }) => (
          <Asked key={requestedAt} name={candidateName} note={note} at={requestedAt} />
        ))}
    </header>
  );
}
