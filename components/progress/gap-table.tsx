import Link from 'next/link';
import { LocalTime } from '@/components/ui/local-time';
import { DIMENSIONS } from '@/lib/core/review/dimensions';
import type { ComparedReview } from '@/lib/core/review/gap-pivot';

/** The numbers of the lines, a review a row: own band, then the coach's. */
export function GapTable({ reviews }: { reviews: readonly ComparedReview[] }) {
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="plain-table min-w-[900px]">
        <caption className="label-text">Bands, 1 to 4: yours, then the coach’s</caption>
        <thead>
          <tr>
            <th scope="col">Review</th>
            {DIMENSIONS.map(({ id, title }) => (
              <th key={id} scope="col" className="text-right">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reviews.map(({ attemptId, coachName, publishedAt, gaps }) => (
            <tr key={`${attemptId} ${publishedAt} ${coachName}`}>
              <th scope="row">
                <Link href={`/attempts/${attemptId}/reviews`} prefetch={false} className="text-link">
                  <LocalTime iso={publishedAt} show="day" />
                </Link>
                <span className="block text-muted">{coachName}</span>
              </th>
              {DIMENSIONS.map(({ id }) => {
                const gap = gaps[id];
                return (
                  <td key={id} className="text-right whitespace-nowrap">
                    {gap ? (
                      <>
                        {gap.own}
                        <span className="text-muted"> / </span>
                        {gap.coach}
                      </>
                    ) : (
                      '–'
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
