import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptSummary } from '@/lib/core/api-types';
import { attemptMinutes, attemptName } from '@/lib/core/attempt';
import { shareText } from '@/lib/core/duration-text';
import { ArrivalHeading } from './arrival-heading';
import { PrintButton } from './print-button';
import { PrintChoice } from './print-choice';

/** How much of an attempt is written: `5 of 7 steps answered`. */
export function answeredText({
  answeredSlots,
  totalSlots,
  onlyStep,
}: Pick<AttemptSummary, 'answeredSlots' | 'totalSlots' | 'onlyStep'>): string {
  if (onlyStep) return answeredSlots === 1 ? 'step answered' : 'step empty';
  if (totalSlots === 1) return answeredSlots === 1 ? 'page written' : 'page empty';
  return `${answeredSlots} of ${totalSlots} steps answered`;
}

/** What is said plainly when the case is not as it was. */
function CaseNotice({ attempt }: { attempt: AttemptSummary }) {
  if (attempt.caseState === 'same') return null;
  return (
    <p role="note" className="mt-4 max-w-[76ch] border-l-2 border-ink pl-3">
      {attempt.caseState === 'changed' ? (
        <>
          The text of this case has changed since you started. Your answer is as you wrote it; the worked answer and the
          checklist are today’s, so a few points may not match what you were asked.
        </>
      ) : (
        <>This case is no longer here. Your answer is kept whole; there is no worked answer to hold it against.</>
      )}
    </p>
  );
}

/** Which attempt this is, and what can be done with it. */
export function AttemptHeading({ attempt }: { attempt: AttemptSummary }) {
  const exportAddress = (format: string) => `/api/attempts/${attempt.id}/export?format=${format}`;
  return (
    <header>
      <p className="no-print text-muted">
        <Link href="/attempts" prefetch={false} className="text-link">
          Your attempts
        </Link>
      </p>
      <ArrivalHeading attemptId={attempt.id}>{attempt.caseTitle ?? attempt.caseSlug}</ArrivalHeading>
      <p className="mt-1 text-muted tabular-nums">
        {attemptName(attempt)} ·{' '}
        {attempt.submittedAt ? (
          <>
            submitted <LocalTime iso={attempt.submittedAt} show="moment" />
          </>
        ) : (
          <>
            in progress, last saved <LocalTime iso={attempt.updatedAt} show="moment" />
          </>
        )}{' '}
        · {shareText(attempt.activeMs, attemptMinutes(attempt))} · {answeredText(attempt)}
      </p>
      <CaseNotice attempt={attempt} />
      <div className="no-print mt-5 flex flex-wrap gap-3">
        {attempt.submittedAt === null ? (
          <a href={`/practice/${attempt.id}`} className={buttonClass('primary')}>
            Continue
          </a>
        ) : (
          <>
            <a href="#ask-for-review" className={buttonClass('quiet')}>
              Ask for a review
            </a>
            {attempt.caseState !== 'missing' && (
              <a href="#practise-again" className={buttonClass('quiet')}>
                Practise again
              </a>
            )}
          </>
        )}
        <a href={exportAddress('md')} download className={buttonClass('quiet')}>
          Export Markdown
        </a>
        <a href={exportAddress('json')} download className={buttonClass('quiet')}>
          Export JSON
        </a>
        {attempt.submittedAt === null || attempt.caseState === 'missing' ? <PrintButton /> : <PrintChoice />}
      </div>
    </header>
  );
}
