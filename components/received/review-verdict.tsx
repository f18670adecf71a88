import { LocalTime } from '@/components/ui/local-time';
import type { ReceivedReview } from '@/lib/core/review/review-api';
import { VERDICT_NAMES } from '@/lib/core/review/review-words';
import { RateReview } from './rate-review';

/** What the gates made of the bands, in the order in which they were applied. */
function Gates({ gated, isOwn }: { gated: NonNullable<ReceivedReview['gated']>; isOwn: boolean }) {
  return (
    <>
      <p className="mt-4 font-medium">
        {isOwn ? <>The gates lead to {VERDICT_NAMES[gated.verdict].toLowerCase()}</> : 'How the gates come to it'}
      </p>
      <ul className="mt-1 list-disc space-y-0.5 pl-5">
        {gated.gates.map((gate) => (
          <li key={gate.id} className={gate.decides ? '' : 'text-muted'}>
            {gate.text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One coach's verdict, what led to it, and what the coach says in sum. */
export function ReviewVerdict({ received }: { received: ReceivedReview }) {
  const { id, coachName, fromPacket, publishedAt, review, gated, helped } = received;
  const { verdict } = review;
  const isOwn = verdict !== null && gated !== null && verdict.verdict !== gated.verdict;
  return (
    <section aria-labelledby={`verdict-${id}`} className="min-w-0 border-t border-ink pt-3">
      <p className="text-muted">
        <span className="font-medium text-ink">{coachName}</span>
        {fromPacket && ' (as the packet is signed)'}
        {publishedAt && (
          <>
            , <LocalTime iso={publishedAt} show="day" />
          </>
        )}
      </p>
      <h2 id={`verdict-${id}`} className="mt-1 font-reading text-title font-semibold">
        {verdict ? VERDICT_NAMES[verdict.verdict] : 'No verdict'}
        <span className="sr-only">, {coachName}</span>
      </h2>
      {review.summary !== '' && (
        <p className="desk-text mt-2 max-w-[62ch] font-reading text-reading" dir="auto">
          {review.summary}
        </p>
      )}
      {isOwn && verdict.reason !== '' && (
        <>
          <p className="mt-4 font-medium">Why {VERDICT_NAMES[verdict.verdict].toLowerCase()}</p>
          <p className="desk-text mt-1" dir="auto">
            {verdict.reason}
          </p>
        </>
      )}
      {gated && <Gates gated={gated} isOwn={isOwn} />}
      <RateReview reviewId={id} coachName={coachName} helped={helped} />
    </section>
  );
}
