import { LocalTime } from '@/components/ui/local-time';
import { DIMENSIONS } from '@/lib/core/review/dimensions';
import type { ComparedReview } from '@/lib/core/review/gap-pivot';
import type { Agreement, GapHistory } from '@/lib/core/review/self-marks';
import { GapLines } from './gap-lines';
import { GapTable } from './gap-table';

const percent = (share: number) => `${Math.round(share * 100)} %`;
const titleOf = (id: string) => DIMENSIONS.find((dimension) => dimension.id === id)?.title ?? id;

/** How far own bands lie from the coaches' on average, as a reader says it. */
function meanText(meanGap: number): string {
  const size = Math.abs(meanGap).toFixed(1);
  if (size === '0.0') return 'as high as theirs on average';
  return `${size} ${meanGap > 0 ? 'higher' : 'lower'} than theirs on average`;
}

function overallText({ pairs, exact, withinOne, meanGap }: Agreement, reviewCount: number): string {
  const where = reviewCount === 1 ? '1 review' : `${reviewCount} reviews`;
  return `${pairs} bands in ${where}: ${percent(exact)} the same, ${percent(withinOne)} at most one apart. Yours are ${meanText(meanGap)}.`;
}

/** One's own bands against the coaches', dimension by dimension, over all reviews that both have marked. */
export function BandHistory({ history, reviews }: { history: GapHistory; reviews: readonly ComparedReview[] }) {
  const { overall, dimensions } = history;
  const [first, last] = [reviews[0], reviews.at(-1)];
  if (!overall || !first || !last) return null;
  return (
    <figure>
      <figcaption className="max-w-[76ch] text-muted tabular-nums">{overallText(overall, reviews.length)}</figcaption>
      <ul className="gap-grid mt-6">
        {dimensions.map(({ dimension, points, exact, meanGap }) => (
          <li key={dimension}>
            <h3 className="font-medium">{titleOf(dimension)}</h3>
            <GapLines points={points} />
            <p className="mt-1 text-small text-muted tabular-nums">
              {percent(exact)} the same, {meanText(meanGap)}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-small text-muted">
        Rings and dashes: your bands. Dots: your coaches’. From left to right every review
        {reviews.length > 1 ? (
          <>
            , from <LocalTime iso={first.publishedAt} show="day" /> to <LocalTime iso={last.publishedAt} show="day" />.
          </>
        ) : (
          '; there is one so far.'
        )}
      </p>
      <details className="no-print mt-1">
        <summary className="text-link inline-block py-1">The numbers as a table</summary>
        <GapTable reviews={reviews} />
      </details>
    </figure>
  );
}
