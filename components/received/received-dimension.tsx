'use client';

import { useDesk } from '@/components/review/desk-context';
import { DeskItem } from '@/components/review/desk-item';
import { dimensionItem } from '@/components/review/desk-items';
import { looksLike } from '@/components/review/dimension-item';
import { QuoteLine } from '@/components/review/quote-line';
import { Button } from '@/components/ui/button';
import { gapWords } from '@/lib/core/review/band-table';
import { BAND_NAMES, type Band, type Dimension } from '@/lib/core/review/dimensions';
import type { SelfReviewBands } from '@/lib/core/review/review-api';
import type { DimensionMark } from '@/lib/core/review/review-body';
import { type CoachMarks, coachMarkId } from './received-review';

const bandText = (band: Band) => `${band}: ${BAND_NAMES[band]}`;

/** The band of one coach with the words that showed it and the coach's note. */
function CoachBand({
  coach: { id, coachName },
  mark,
  dimension,
  own,
}: {
  coach: CoachMarks;
  mark: DimensionMark;
  dimension: Dimension;
  own: Band | null;
}) {
  const { showWords } = useDesk();
  return (
    <div className="received-band">
      <p>
        <span className="text-muted">{coachName}</span>{' '}
        <span className="font-medium tabular-nums">{bandText(mark.band)}</span>
        {own !== null && <span className="text-small text-muted">, {gapWords(own - mark.band)}</span>}
      </p>
      <p className="text-small text-muted">{looksLike(dimension, mark.band)}</p>
      {mark.note !== '' && (
        <p className="desk-text mt-1" dir="auto">
          {mark.note}
        </p>
      )}
      <ul className="mt-1 space-y-1">
        {mark.quotes.map((quote, index) => (
          <li key={`${quote.path}.${quote.start}.${quote.end}`} className="flex items-start gap-1">
            <QuoteLine quote={quote} step={dimension.step} />
            <Button
              size="small"
              variant="plain"
              className="no-print"
              aria-label={`Show ${coachName}’s quote ${index + 1} for ${dimension.title} in the answer`}
              onClick={() => showWords(coachMarkId(id, `${dimensionItem(dimension.id)}#${index}`), quote.slot)}
            >
              Show
            </Button>
          </li>
        ))}
      </ul>
      {mark.absent && <p className="text-muted">Nothing to quote.</p>}
    </div>
  );
}

/** One dimension of the rubric: every coach's band beside one's own. */
export function ReceivedDimension({
  dimension,
  coaches,
  own,
}: {
  dimension: Dimension;
  coaches: readonly CoachMarks[];
  own: SelfReviewBands | null;
}) {
  const mine = own?.[dimension.id];
  const item = dimensionItem(dimension.id);
  const marks = coaches.flatMap(({ id, review }) =>
    (review.dimensions[dimension.id]?.quotes ?? []).map((_, index) => coachMarkId(id, `${item}#${index}`)),
  );
  return (
    <DeskItem item={item} label={`Dimension: ${dimension.title}`} as="section" className="desk-dimension" marks={marks}>
      <h4 className="font-medium">{dimension.title}</h4>
      {coaches.map((coach) => {
        const mark = coach.review.dimensions[dimension.id];
        return mark ? (
          <CoachBand key={coach.id} coach={coach} mark={mark} dimension={dimension} own={mine?.band ?? null} />
        ) : null;
      })}
      {mine && (
        <div className="received-band">
          <p>
            <span className="text-muted">You</span>{' '}
            <span className="font-medium tabular-nums">{bandText(mine.band)}</span>
            {mine.absent && <span className="text-small text-muted">, nothing to quote</span>}
          </p>
          {mine.quotes.length > 0 && (
            <details>
              <summary className="inline-block text-small text-muted hover:text-ink">
                {mine.quotes.length === 1 ? 'Your quote' : `Your ${mine.quotes.length} quotes`}
              </summary>
              <ul className="mt-1 space-y-1">
                {mine.quotes.map((quote) => (
                  <li key={`${quote.path}.${quote.start}.${quote.end}`}>
                    <QuoteLine quote={quote} step={dimension.step} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </DeskItem>
  );
}
