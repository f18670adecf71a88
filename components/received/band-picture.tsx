import { type BandRow, gapSummary, gapWords, signedGap } from '@/lib/core/review/band-table';
import { BAND_NAMES, BANDS, type Band } from '@/lib/core/review/dimensions';

const NO_OWN = 'You went without marks of your own, so there is no gap.';

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

function BandNumbers({ rows, names }: { rows: readonly BandRow[]; names: readonly string[] }) {
  const hasOwn = rows.some(({ own }) => own !== null);
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="plain-table max-w-[720px]">
        <caption className="label-text">Bands, 1 to 4; in brackets yours minus the coach’s</caption>
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            {hasOwn && (
              <th scope="col" className="text-right">
                You
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

/** Every band beside one's own: what one saw in the answer, and what its coaches saw. */
export function BandPicture({ rows, names }: { rows: readonly BandRow[]; names: readonly string[] }) {
  const hasOwn = rows.some(({ own }) => own !== null);
  const sentences = names.flatMap((name, index) => {
    const said = gapSummary(rows.map(({ gaps }) => gaps[index] ?? null));
    return said === null ? [] : [`Against ${name}: ${said}.`];
  });
  return (
    <figure className="max-w-[860px]">
      <figcaption>
        <h2 className="font-reading text-title font-semibold">{hasOwn ? 'Your bands against theirs' : 'The bands'}</h2>
        <p className="text-muted tabular-nums">{hasOwn ? sentences.join(' ') : NO_OWN}</p>
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
                        {names.length > 1 ? signedGap(gap) : gapWords(gap)}
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
        {hasOwn && 'Ring: your band. '}Dot: {names.length === 1 ? names[0] : 'the coach named beside it'}.
      </p>
      <details className="no-print mt-1">
        <summary className="text-link inline-block py-1">The numbers as a table</summary>
        <BandNumbers rows={rows} names={names} />
      </details>
    </figure>
  );
}
