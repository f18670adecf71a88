import Link from 'next/link';
import { LocalTime } from '@/components/ui/local-time';
import { LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import { ageText } from '@/lib/core/review/age-text';
import type { QueueItem } from '@/lib/core/review/queue-api';
import { STEPS } from '@/lib/core/steps';
import { NudgeCandidate } from './nudge-candidate';

function Claims({ item }: { item: QueueItem }) {
  if (item.state === 'published') return <span className="text-muted">reviewed</span>;
  const own = item.claims.find(({ mine }) => mine);
  const others = item.claims.filter(({ mine }) => !mine);
  return (
    <>
      {item.review && (
        <span className="block">
          begun by you
          {own && (
            <span className="text-muted">
              , yours until <LocalTime iso={own.until} show="clock" />
            </span>
          )}
        </span>
      )}
      {others.map(({ name, until }) => (
        <span key={`${name}.${until}`} className="block">
          {name} has it until <LocalTime iso={until} show="clock" />
        </span>
      ))}
      {!item.review && others.length === 0 && <span className="text-muted">nobody is at it</span>}
    </>
  );
}

function Row({ item, now }: { item: QueueItem; now: Date }) {
  const { candidate } = item;
  const age = ageText(now.getTime() - Date.parse(item.requestedAt));
  return (
    <li className="queue-row">
      <p className="queue-age tabular-nums">
        <span className="sr-only">{item.state === 'published' ? 'Asked ' : 'Waiting '}</span>
        {age}
        {item.state === 'published' && <span className="text-muted"> ago</span>}
      </p>
      <div className="min-w-0">
        <p>
          <Link href={`/review/${item.attemptId}`} prefetch={false} className="text-link font-medium">
            {candidate.name}: {item.case.title ?? item.case.slug}
          </Link>
        </p>
        <p className="text-muted">
          {MODE_NAMES[item.mode]}, {LEVEL_NAMES[item.level].toLowerCase()}
          {item.onlyStep && `, only ${STEPS[item.onlyStep].title}`} ·{' '}
          {item.via.kind === 'group' ? item.via.name : 'by link'}
          {item.expiresAt && (
            <>
              {' '}
              · expires <LocalTime iso={item.expiresAt} />
            </>
          )}
        </p>
        {item.note.trim() !== '' && (
          <p className="desk-text mt-1 line-clamp-2 max-w-[70ch]" dir="auto">
            {item.note}
          </p>
        )}
      </div>
      <div className="queue-claims">
        <p>
          <Claims item={item} />
        </p>
        {item.lastNudgeAt && (
          <p className="text-muted">
            reminded <LocalTime iso={item.lastNudgeAt} />
          </p>
        )}
        {item.review?.state === 'published' && (
          <div className="mt-1">
            <NudgeCandidate attemptId={item.attemptId} name={candidate.name} size="small" />
          </div>
        )}
      </div>
    </li>
  );
}

/** What waits for a coach, the longest waiting first, one attempt a row. */
export function QueueList({ items, now }: { items: readonly QueueItem[]; now: Date }) {
  return (
    <ul aria-label="Attempts to review" className="mt-6 divide-y divide-rule border-y border-rule">
      {items.map((item) => (
        <Row key={item.requestId} item={item} now={now} />
      ))}
    </ul>
  );
}
