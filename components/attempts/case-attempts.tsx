'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptSummary } from '@/lib/core/api-types';
import { attemptMinutes, attemptName } from '@/lib/core/attempt';
import { shareText } from '@/lib/core/duration-text';
import { DeleteAttempt } from './delete-attempt';

const MS_PER_MINUTE = 60_000;

/** Time spent against what it should take, as a thin bar. */
function TimeBar({ activeMs, minutes }: { activeMs: number; minutes: number }) {
  const share = Math.min(1, activeMs / (minutes * MS_PER_MINUTE));
  return (
    <span aria-hidden="true" className="block h-[3px] w-[124px] bg-rule">
      <span className="block h-full bg-ink" style={{ width: `${share * 100}%` }} />
    </span>
  );
}

function AttemptRow({
  attempt,
  canCompare,
  place,
  isChosen,
  onChoose,
  onDeleted,
}: {
  attempt: AttemptSummary;
  canCompare: boolean;
  /** Tells apart two of one minute: "2 of 3". */
  place: string;
  isChosen: boolean;
  onChoose: () => void;
  onDeleted: () => void;
}) {
  const submitted = attempt.submittedAt !== null;
  const title = attempt.caseTitle ?? attempt.caseSlug;
  const name = attemptName(attempt);
  return (
    <li className="attempt-row" data-comparable={canCompare}>
      {canCompare && (
        <label className="attempt-choice">
          <input type="checkbox" checked={isChosen} onChange={onChoose} />
          <span className="sr-only">
            Compare {name}, <LocalTime iso={attempt.submittedAt ?? attempt.updatedAt} show="moment" />, {place}
          </span>
        </label>
      )}
      <Link
        href={submitted ? `/attempts/${attempt.id}` : `/practice/${attempt.id}`}
        prefetch={false}
        className="attempt-name font-medium hover:text-accent"
      >
        {name}
      </Link>
      <div className="attempt-facts">
        <span className="text-muted">
          <LocalTime iso={attempt.submittedAt ?? attempt.updatedAt} show="moment" />
        </span>
        <span className={submitted ? '' : 'text-muted'}>{submitted ? 'Submitted' : 'In progress'}</span>
        <span className="tabular-nums">
          {attempt.totalSlots === 1
            ? `${attempt.onlyStep ? 'Step' : 'Page'} ${attempt.answeredSlots === 1 ? 'written' : 'empty'}`
            : `${attempt.answeredSlots} of ${attempt.totalSlots} steps`}
        </span>
        <span className="tabular-nums">
          {shareText(attempt.activeMs, attemptMinutes(attempt))}
          <TimeBar activeMs={attempt.activeMs} minutes={attemptMinutes(attempt)} />
        </span>
      </div>
      <span className="attempt-actions">
        <Link
          href={submitted ? `/attempts/${attempt.id}` : `/practice/${attempt.id}`}
          prefetch={false}
          className={buttonClass(submitted ? 'quiet' : 'primary', 'small')}
        >
          {submitted ? 'Open' : 'Continue'}
          <span className="sr-only">
            {' '}
            {title}, {name}, <LocalTime iso={attempt.submittedAt ?? attempt.updatedAt} show="moment" />, {place}
          </span>
        </Link>
        <DeleteAttempt attempt={attempt} place={place} onDeleted={onDeleted} />
      </span>
    </li>
  );
}

/** The attempts at one case, newest first. Two of them can be chosen and compared. */
export function CaseAttempts({ attempts }: { attempts: readonly AttemptSummary[] }) {
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const [first] = attempts;
  const shown = attempts.filter((attempt) => !gone.includes(attempt.id));
  if (!first) return null;
  // The earlier attempt is what the later one is held against.
  const pair = attempts.filter((attempt) => chosen.includes(attempt.id)).reverse();
  const canCompare = shown.length > 1;
  const title = first.caseTitle ?? first.caseSlug;

  function toggle(id: string) {
    setChosen((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id].slice(-2)));
  }

  return (
    <section aria-labelledby={`case-${first.caseSlug}`} className="mt-12 first:mt-0">
      <div className="flex min-h-9 flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2
          id={`case-${first.caseSlug}`}
          ref={heading}
          tabIndex={-1}
          className="font-reading text-title font-semibold outline-none"
        >
          {title}
        </h2>
        {first.caseState === 'missing' ? (
          <span className="text-muted">This case is no longer here; your answers are.</span>
        ) : (
          <Link href={`/cases/${first.caseSlug}`} prefetch={false} className="text-link">
            The case
          </Link>
        )}
        {canCompare && (
          <span className="flex items-center gap-3 sm:ml-auto">
            {pair.length === 2 ? (
              <Link
                href={`/attempts/compare?a=${pair[0]?.id}&b=${pair[1]?.id}`}
                prefetch={false}
                className={buttonClass('primary', 'small')}
              >
                Compare these two
              </Link>
            ) : (
              <span className="text-muted">
                {pair.length === 1 ? 'Choose one more to compare' : 'Choose two to compare'}
              </span>
            )}
            {pair.length > 0 && (
              <Button size="small" variant="plain" onClick={() => setChosen([])}>
                Clear
              </Button>
            )}
          </span>
        )}
      </div>
      <p role="status" className="text-muted empty:hidden">
        {said}
      </p>
      <ul className="mt-2 divide-y divide-rule border-y border-rule">
        {shown.map((attempt, index) => (
          <AttemptRow
            key={attempt.id}
            attempt={attempt}
            canCompare={canCompare}
            place={`${index + 1} of ${shown.length}`}
            isChosen={chosen.includes(attempt.id)}
            onChoose={() => toggle(attempt.id)}
            onDeleted={() => {
              setGone((old) => [...old, attempt.id]);
              setChosen((old) => old.filter((one) => one !== attempt.id));
              setSaid('The attempt is deleted.');
              heading.current?.focus();
              router.refresh();
            }}
          />
        ))}
      </ul>
    </section>
  );
}
