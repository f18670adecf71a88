import { BANDS, type Band } from '@/lib/core/review/dimensions';
import type { GapPoint } from '@/lib/core/review/self-marks';

const HEIGHT = 94;
const TOP = 10;
const STEP = 24;
/** Both labels at one height would lie on each other. */
const LABEL_APART = 13;

const yOf = (band: Band) => TOP + (4 - band) * STEP;

/** Where a point stands, in percent of the width: equal steps from the first review to the last. */
const xOf = (index: number, count: number) => (count === 1 ? 50 : 3 + (index / (count - 1)) * 94);

type Side = 'own' | 'coach';

/** One inked line: the candidate's with rings, the coaches' with dots. */
function Line({ points, side }: { points: readonly GapPoint[]; side: Side }) {
  const places = points.map((point, index) => ({ x: xOf(index, points.length), y: yOf(point[side]), point }));
  return (
    <>
      {places.slice(1).map(({ x, y }, index) => {
        const from = places[index];
        return from ? (
          <line
            key={x}
            x1={`${from.x}%`}
            x2={`${x}%`}
            y1={from.y}
            y2={y}
            className="stroke-ink"
            strokeWidth="1.5"
            strokeDasharray={side === 'own' ? '2 3' : undefined}
          />
        ) : null;
      })}
      {places.map(({ x, y }) =>
        side === 'own' ? (
          <circle key={x} cx={`${x}%`} cy={y} r="5" className="fill-paper stroke-ink" strokeWidth="1.5" />
        ) : (
          <circle key={x} cx={`${x}%`} cy={y} r="3" className="fill-ink" />
        ),
      )}
    </>
  );
}

/** The names at the ends of the two lines, apart from each other. */
function EndLabels({ last }: { last: GapPoint }) {
  if (last.own === last.coach) {
    return (
      <span className="gap-label" style={{ top: yOf(last.own) }}>
        both
      </span>
    );
  }
  const apart = Math.abs(yOf(last.own) - yOf(last.coach));
  const push = Math.max(0, LABEL_APART - apart) / 2;
  const place = (side: Side, other: Side) => yOf(last[side]) + (last[side] > last[other] ? -push : push);
  return (
    <>
      <span className="gap-label" style={{ top: place('own', 'coach') }}>
        you
      </span>
      <span className="gap-label" style={{ top: place('coach', 'own') }}>
        coach
      </span>
    </>
  );
}

/** One's own bands in a dimension and the coaches', review by review. A picture: the numbers stand in the table. */
export function GapLines({ points }: { points: readonly GapPoint[] }) {
  const last = points.at(-1);
  if (!last) return null;
  return (
    <div className="gap-lines" aria-hidden="true">
      <div className="gap-bands">
        {[...BANDS].reverse().map((band) => (
          <span key={band} style={{ top: yOf(band) }}>
            {band}
          </span>
        ))}
      </div>
      <svg width="100%" height={HEIGHT} className="overflow-visible" aria-hidden="true">
        {BANDS.map((band) => (
          <line key={band} x1="0" x2="100%" y1={yOf(band)} y2={yOf(band)} className="stroke-rule" />
        ))}
        <Line points={points} side="own" />
        <Line points={points} side="coach" />
      </svg>
      <div className="relative">
        <EndLabels last={last} />
      </div>
    </div>
  );
}
