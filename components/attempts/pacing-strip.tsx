import type { TimeSegment } from '@/lib/core/api-types';
import { type AttemptShape, answerSlots, attemptMinutes, PAGE_SLOT } from '@/lib/core/attempt';
import { clockText, shareText } from '@/lib/core/duration-text';
import { STEPS } from '@/lib/core/steps';
import { type PacingPiece, pacingStrip, type SlotTime, timePerSlot, totalActiveMs } from '@/lib/core/time-segments';
import { type Deadline, deadlines, planOf, slotName } from './pacing-data';

const MS_PER_MINUTE = 60_000;

function Lane({
  time,
  pieces,
  plan,
  scale,
}: {
  time: SlotTime;
  pieces: readonly PacingPiece[];
  plan: { start: number; end: number } | undefined;
  scale: number;
}) {
  const percent = (minute: number) => `${(minute / scale) * 100}%`;
  const over = time.activeMs > time.budgetMs;
  return (
    <>
      <span className="truncate">
        {time.slot !== PAGE_SLOT && <span className="mr-1.5 text-muted">{STEPS[time.slot].number}</span>}
        {slotName(time.slot)}
      </span>
      <svg className="h-5 w-full overflow-visible" aria-hidden="true">
        <line x1="0" x2="100%" y1="10" y2="10" className="stroke-rule" strokeWidth="1" />
        {plan && (
          <rect
            x={percent(plan.start)}
            width={percent(plan.end - plan.start)}
            y="4.5"
            height="11"
            className="fill-paper stroke-control"
            strokeWidth="1"
          />
        )}
        {pieces
          .filter((piece) => piece.slot === time.slot)
          .map((piece) => (
            <rect
              key={piece.startMinute}
              x={percent(piece.startMinute)}
              width={percent(piece.endMinute - piece.startMinute)}
              y="7"
              height="6"
              className="fill-ink"
            />
          ))}
      </svg>
      <span className="text-right whitespace-nowrap">
        <span className={over ? 'font-semibold' : ''}>{clockText(time.activeMs)}</span>
        <span className="text-muted"> of {time.budgetMs / MS_PER_MINUTE}:00</span>
      </span>
    </>
  );
}

/** Hairlines for the checkpoints, behind all lanes, with their names above. */
function Deadlines({ marks, scale }: { marks: readonly Deadline[]; scale: number }) {
  return (
    <svg className="h-full w-full overflow-visible" aria-hidden="true">
      {marks.map(({ name, byMinute }) => {
        const x = `${(byMinute / scale) * 100}%`;
        return (
          <g key={name}>
            <line x1={x} x2={x} y1="18" y2="100%" className="stroke-control" strokeWidth="1" strokeDasharray="2 3" />
            <text x={x} y="12" textAnchor="middle" className="fill-muted text-[11px] tabular-nums">
              <tspan className="hidden sm:inline">{name.toLowerCase()} </tspan>
              {byMinute}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function PacingTable({ times, marks }: { times: readonly SlotTime[]; marks: readonly Deadline[] }) {
  return (
    <div className="mt-3 grid gap-x-12 gap-y-6 sm:grid-cols-2">
      <table className="plain-table">
        <caption className="label-text">Time on each step, minutes and seconds</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className="text-right">
              Spent
            </th>
            <th scope="col" className="text-right">
              Budget
            </th>
          </tr>
        </thead>
        <tbody>
          {times.map((time) => (
            <tr key={time.slot}>
              <th scope="row">{slotName(time.slot)}</th>
              <td className="text-right">{clockText(time.activeMs)}</td>
              <td className="text-right">{clockText(time.budgetMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {marks.length > 0 && (
        <table className="plain-table self-start">
          <caption className="label-text">Checkpoints of a 45 minute interview</caption>
          <thead>
            <tr>
              <th scope="col">Reached</th>
              <th scope="col" className="text-right">
                By minute
              </th>
              <th scope="col">In this attempt</th>
            </tr>
          </thead>
          <tbody>
            {marks.map((mark) => (
              <tr key={mark.name}>
                <th scope="row">{mark.name}</th>
                <td className="text-right">{mark.byMinute}</td>
                <td>{mark.result}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** When each step was worked on, against the plan and the checkpoints. A night's break takes no room. */
export function PacingStrip({
  shape,
  segments,
  submitted,
}: {
  shape: AttemptShape;
  segments: readonly TimeSegment[];
  submitted: boolean;
}) {
  const pieces = pacingStrip(segments);
  if (pieces.length === 0) return <p className="text-muted">No time was recorded for this attempt.</p>;
  const times = timePerSlot(segments, answerSlots(shape));
  const total = totalActiveMs(segments);
  const minutes = attemptMinutes(shape);
  const scale = Math.max(minutes, Math.ceil(total / MS_PER_MINUTE));
  // Where an interview should be says nothing of one step alone.
  const marks = shape.onlyStep ? [] : deadlines(pieces, total, submitted);
  const plan = planOf(times);
  const late = marks.filter((mark) => mark.late).map((mark) => mark.name.toLowerCase());
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline gap-x-4">
        <h2 className="font-reading text-title font-semibold">Pace</h2>
        <span className="text-muted tabular-nums">
          {shareText(total, minutes)} with the page in view
          {late.length > 0 && `; late for: ${late.join(', ')}`}
        </span>
      </figcaption>
      <div className="relative mt-3 grid grid-cols-[72px_minmax(0,1fr)_88px] items-center gap-x-3 pt-6 text-small tabular-nums sm:grid-cols-[88px_minmax(0,1fr)_96px]">
        <div className="pointer-events-none absolute top-0 bottom-6 right-[100px] left-[84px] sm:right-[108px] sm:left-[100px]">
          <Deadlines marks={marks} scale={scale} />
        </div>
        {times.map((time) => (
          <Lane key={time.slot} time={time} pieces={pieces} plan={plan.get(time.slot)} scale={scale} />
        ))}
        <span className="col-start-2 mt-1 flex justify-between text-muted">
          <span>0 min</span>
          <span>{scale} min</span>
        </span>
      </div>
      <p className="mt-1 text-small text-muted">
        Ink: when it was worked on. Outline: when the plan has it.
        {marks.length > 0 && ' Dashed: where a 45 minute interview should be.'}
      </p>
      <details className="no-print mt-2">
        <summary className="text-link inline-block py-1">The numbers as a table</summary>
        <PacingTable times={times} marks={marks} />
      </details>
    </figure>
  );
}
