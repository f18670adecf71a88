import { type BandRow, gapSummary, gapWords, onlyBanded, signedGap } from '@/lib/core/review/band-table';
import { BAND_NAMES, BANDS, type Band } from '@/lib/core/review/dimensions';

const NO_OWN = 'You went without marks of your own, so there is no gap.';

/** Whose own bands these are, as the reader is told of them. */
interface Whose {
  /** Column of the table. */
  readonly column: string;
  readonly title: string;
  readonly caption: string;
  /** Of the ring in the picture. */
  readonly ring: string;
  /** A dot with no name beside it. */
  readonly dot: string;
  readonly gap: (gap: number) => string;
}

function whose(names: readonly string[], candidateName: string | undefined): Whose {
  if (candidateName === undefined) {
    return {
      column: 'You',
      title: 'Your bands against theirs',
      caption: 'Bands, 1 to 4; in brackets yours minus the coach’s',
      ring: 'your band',
      dot: names.length === 1 ? (names[0] ?? '') : 'the coach named beside it',
      gap: gapWords,
    };
  }
  return {
    column: candidateName,
    title: `${candidateName}’s own bands against yours`,
    caption: `Bands, 1 to 4; in brackets ${candidateName}’s minus yours`,
    ring: `${candidateName}’s own band`,
    dot: 'yours',
    gap: (gap) => (gap === 0 ? 'the same' : `${Math.abs(gap)} ${gap > 0 ? 'higher' : 'lower'}`),
  };
}

const percent = (band: Band) => `${(band - 0.5) * 25}%`;

/** From one's own band, a ring, to a coach's, a dot: a line as long as the gap. */
function Lane({ own, coach }: { own: Band | null; coach: Band | null }) {
  return (
    <svg className="band-lane" aria-hidden="true">
      {BANDS.map((band) => (
        <line key={band} x1={percent(band)} x2={percent(band)} y1="0" y2="100%" className="stroke-rule" />
      ))}
      {own !== null && coach !== null && own !== coach && (
        <line x1={percent(own)} x2={percent(coach)} y1="50%" y2="50%" className="stroke-ink" strokeWidth="1.5" />
      )}
      {own !== null && <circle cx={percent(own)} cy="50%" r="6" className="fill-paper stroke-ink" strokeWidth="1.5" />}
      {coach !== null && <circle cx={percent(coach)} cy="50%" r="3.5" className="fill-ink" />}
    </svg>
  );
}

function BandNumbers({ rows, names, of }: { rows: readonly BandRow[]; names: readonly string[]; of: Whose }) {
  const hasOwn = rows.some(({ own }) => own !== null);
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="plain-table max-w-[720px]">
        <caption className="label-text">{of.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            {hasOwn && (
              <th scope="col" className="text-right">
                {of.column}
              </th>
            )}
            {names.map((name) => (
              <th key={name} scope="col" className="text-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ dimension, own, coaches, gaps }) => (
            <tr key={dimension.id}>
              <th scope="row">{dimension.title}</th>
              {hasOwn && <td className="text-right">{own ?? '–'}</td>}
              {coaches.map((band, index) => {
                const gap = gaps[index] ?? null;
                return (
                  <td key={names[index]} className="text-right">
                    {band ?? '–'}
                    {gap !== null && <span className="text-muted"> ({signedGap(gap)})</span>}
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

/**
 * Every band beside the candidate's own: what one saw in the answer, and what its coaches saw.
 *
 * @param candidateName for a coach who reads it; without one it speaks to the candidate.
 */
export function BandPicture({
  candidateName,
  ...all
}: {
  rows: readonly BandRow[];
  names: readonly string[];
  candidateName?: string;
}) {
  const { rows, names, without } = onlyBanded(all.rows, all.names);
  if (names.length === 0) return null;
  const of = whose(names, candidateName);
  const hasOwn = rows.some(({ own }) => own !== null);
  const sentences = names.flatMap((name, index) => {
    const said = gapSummary(rows.map(({ gaps }) => gaps[index] ?? null));
    if (said === null) return [];
    return [candidateName === undefined ? `Against ${name}: ${said}.` : `${said}.`];
  });
  const unbanded = without.map((name) => `${name} gave no bands.`).join(' ');
  return (
    <figure className="max-w-[860px]">
      <figcaption>
        <h2 className="font-reading text-title font-semibold">{hasOwn ? of.title : 'The bands'}</h2>
        <p className="text-muted tabular-nums">{[hasOwn ? sentences.join(' ') : NO_OWN, unbanded].join(' ').trim()}</p>
      </figcaption>
      <div className="mt-4" aria-hidden="true">
        <div className="band-row text-small text-muted">
          <span className="max-sm:hidden" />
          <span className="band-axis">
            {BANDS.map((band) => (
              <span key={band}>
                {band}
                <span className="max-sm:hidden"> {BAND_NAMES[band]}</span>
              </span>
            ))}
          </span>
          <span />
        </div>
        {rows.map(({ dimension, own, coaches, gaps }) => (
          <div key={dimension.id} className="band-row border-t border-rule">
            <span className="band-title">{dimension.title}</span>
            <div>
              {coaches.map((coach, index) => (
                <Lane key={names[index]} own={own} coach={coach} />
              ))}
            </div>
            <div className="min-w-0">
              {coaches.map((_, index) => {
                const gap = gaps[index] ?? null;
                return (
                  <p key={names[index]} className="band-gap">
                    {names.length > 1 && <span className="truncate">{names[index]}</span>}
                    {gap !== null && (
                      <span className="ml-auto whitespace-nowrap">
                        {names.length > 1 ? signedGap(gap) : of.gap(gap)}
                      </span>
                    )}
                  </p>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <p className="mt-2 text-small text-muted">
        {hasOwn && `Ring: ${of.ring}. `}Dot: {of.dot}.
      </p>
      <details className="no-print mt-1">
        <summary className="text-link inline-block py-1">The numbers as a table</summary>
        <BandNumbers rows={rows} names={names} of={of} />
      </details>
    </figure>
  );
}
