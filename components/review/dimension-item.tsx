'use client';

import { Button } from '@/components/ui/button';
import { BAND_NAMES, BANDS, type Band, type Dimension } from '@/lib/core/review/dimensions';
import { type MissingEvidence, missingEvidence, needsQuote } from '@/lib/core/review/evidence';
import type { DimensionMark } from '@/lib/core/review/review-body';
import { type DeskActions, useDesk } from './desk-context';
import { DeskItem } from './desk-item';
import { dimensionItem } from './desk-items';
import { GrowingText } from './growing-text';
import { QuoteLine } from './quote-line';

const NOTE_MAX = 20_000;

/** What a dimension lacks, beside its title. */
const LACKS: Readonly<Record<MissingEvidence, string>> = {
  band: 'no band yet',
  quote: 'needs a quote, or “nothing to quote”',
  words: 'needs a quote: 3 and 4 say that it is in the answer',
};

export function looksLike({ looksLike: { low, middle, high } }: Dimension, band: Band): string {
  if (band === 1) return low;
  return band === 4 ? high : middle;
}

function Bands({ dimension, mark, actions }: { dimension: Dimension; mark: Band | null; actions: DeskActions | null }) {
  if (!actions) {
    return (
      <p className="mt-1 font-medium tabular-nums">{mark === null ? 'No band' : `${mark}: ${BAND_NAMES[mark]}`}</p>
    );
  }
  return (
    <>
      <fieldset className="desk-bands no-print">
        <legend className="sr-only">Band of {dimension.title}</legend>
        {BANDS.map((band) => (
          <button
            key={band}
            type="button"
            className="desk-band"
            aria-pressed={mark === band}
            aria-keyshortcuts={String(band)}
            title={looksLike(dimension, band)}
            onClick={() => actions.band(dimension.id, band)}
          >
            <span className="font-medium tabular-nums">{band}</span>
            <span className="text-small">{BAND_NAMES[band]}</span>
          </button>
        ))}
      </fieldset>
      <p className="hidden font-medium print:block">{mark === null ? 'No band' : `${mark}: ${BAND_NAMES[mark]}`}</p>
    </>
  );
}

function Evidence({ dimension, mark }: { dimension: Dimension; mark: DimensionMark }) {
  const { actions, showWords } = useDesk();
  return (
    <>
      <ul className="mt-2 space-y-1.5">
        {mark.quotes.map((quote, index) => (
          <li key={`${quote.path}.${quote.start}.${quote.end}`} className="flex items-start gap-1">
            <QuoteLine quote={quote} step={dimension.step} />
            <Button
              size="small"
              variant="plain"
              className="no-print"
              aria-label={`Show quote ${index + 1} of ${dimension.title} in the answer`}
              onClick={() => showWords(`${dimensionItem(dimension.id)}#${index}`, quote.slot)}
            >
              Show
            </Button>
            {actions && (
              <Button
                size="small"
                variant="plain"
                className="no-print"
                aria-label={`Take away quote ${index + 1} of ${dimension.title}`}
                onClick={() => actions.removeEvidence(dimension.id, index)}
              >
                Take away
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mark.absent && <p className={`mt-1 ${actions ? 'hidden print:block' : ''}`}>Nothing to quote.</p>}
    </>
  );
}

function DimensionActions({ dimension, mark }: { dimension: Dimension; mark: DimensionMark }) {
  const { actions, selected } = useDesk();
  if (!actions) return null;
  return (
    <div className="no-print mt-2 flex flex-wrap items-center gap-2">
      <button
        type="button"
        className="desk-choice"
        aria-keyshortcuts="F"
        onClick={() => actions.addEvidence(dimension.id)}
      >
        {selected ? 'Add the selected words' : 'Add a quote'} <kbd>F</kbd>
      </button>
      {!needsQuote(mark.band) && (
        <button
          type="button"
          className="desk-choice"
          aria-pressed={mark.absent}
          aria-keyshortcuts="A"
          onClick={() => actions.toggleAbsent(dimension.id)}
        >
          Nothing to quote <kbd>A</kbd>
        </button>
      )}
      <Button size="small" variant="plain" onClick={() => actions.clearDimension(dimension.id)}>
        Take the band away
      </Button>
    </div>
  );
}

/** One dimension of the rubric: a band, the words that show it, and a note. */
export function DimensionItem({ dimension }: { dimension: Dimension }) {
  const { review, actions } = useDesk();
  const mark = review.dimensions[dimension.id];
  const [missing] = missingEvidence(review, [dimension]);
  const marks = mark?.quotes.map((_, index) => `${dimensionItem(dimension.id)}#${index}`) ?? [];
  const typeNote = actions?.typeNote ?? null;
  const takesNote = actions === null || typeNote !== null;
  return (
    <DeskItem
      item={dimensionItem(dimension.id)}
      label={`Dimension: ${dimension.title}`}
      as="section"
      className="desk-dimension"
      marks={marks}
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h4 className="font-medium">{dimension.title}</h4>
        {actions && missing && <span className="text-small text-muted">{LACKS[missing.missing]}</span>}
      </div>
      <Bands dimension={dimension} mark={mark?.band ?? null} actions={actions} />
      <p className="mt-1.5 text-small text-muted">
        {mark ? looksLike(dimension, mark.band) : `From “${dimension.looksLike.low}” to “${dimension.looksLike.high}”`}
      </p>
      {mark && (
        <>
          <Evidence dimension={dimension} mark={mark} />
          <DimensionActions dimension={dimension} mark={mark} />
          {takesNote && (
            <GrowingText
              label={`Note on ${dimension.title}`}
              placeholder="Note"
              value={mark.note}
              maxLength={NOTE_MAX}
              onChange={typeNote && ((note) => typeNote(dimension.id, note))}
            />
          )}
        </>
      )}
    </DeskItem>
  );
}
