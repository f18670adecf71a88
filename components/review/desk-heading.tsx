import Link from 'next/link';
import type { ReactNode } from 'react';
import { answeredText } from '@/components/attempts/attempt-heading';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptDetail } from '@/lib/core/api-types';
import { attemptMinutes, LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import { shareText } from '@/lib/core/duration-text';
import type { ReviewerClaim } from '@/lib/core/review/review-api';
import { STEPS } from '@/lib/core/steps';

function Others({ others, isPublished }: { others: readonly ReviewerClaim[]; isPublished: boolean }) {
  if (others.length === 0) return null;
  return (
    <ul aria-label="Other coaches" className="mt-2 text-muted">
      {others.map(({ name, until, publishedAt }) => (
        <li key={`${name}.${until}`}>
          <span className="font-medium text-ink">{name}</span>{' '}
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
      <p className="no-print text-muted">
        <Link href="/review" prefetch={false} className="text-link">
          Reviews
        </Link>
      </p>
      <div className="mt-1 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-reading text-display font-semibold tracking-tight text-balance">
            {candidateName}: {attempt.caseTitle ?? attempt.caseSlug}
          </h1>
          <p className="mt-1 text-muted tabular-nums">
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
        <div className="no-print flex flex-wrap items-center gap-3">{children}</div>
      </div>
      {attempt.caseState !== 'same' && (
        <p role="note" className="mt-3 max-w-[76ch] border-l-2 border-ink pl-3">
          {attempt.caseState === 'changed'
            ? 'The text of this case has changed since the attempt was started: a few expectations may not match what was asked.'
            : 'This case is no longer here: the answer is whole, and there are no expectations to mark.'}
        </p>
      )}
      {publishedAt && (
        <p className="mt-2">
          You published your review <LocalTime iso={publishedAt} show="moment" />: it can be read and answered, and no
          longer changed.
        </p>
      )}
      <Others others={others} isPublished={publishedAt !== null} />
      {requests
        .filter(({ note }) => note.trim() !== '')
        .map(({ note, requestedAt }) => (
          <blockquote key={requestedAt} className="mt-3 max-w-[76ch] border-l-2 border-rule pl-3">
            <p className="label-text">
              {candidateName} asks, <LocalTime iso={requestedAt} />
            </p>
            <p className="desk-text" dir="auto">
              {note}
            </p>
          </blockquote>
        ))}
    </header>
  );
}
