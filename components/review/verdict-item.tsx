'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { type MissingEvidence, missingEvidence, WHY_A_QUOTE } from '@/lib/core/review/evidence';
import { VERDICT_NAMES, VERDICTS, type Verdict } from '@/lib/core/review/review-words';
import { gateVerdict, verdictRemarks } from '@/lib/core/review/verdict';
import { type DeskActions, useDesk } from './desk-context';
import { DeskItem } from './desk-item';
import { dimensionItem } from './desk-items';
import { GrowingText } from './growing-text';

const REASON_MAX = 20_000;

const LACKS: Readonly<Record<MissingEvidence, string>> = { band: 'band', quote: 'quote', words: 'quote' };

/** What keeps the verdict from being given, each a way to where it is mended. */
function MissingList() {
  const { review, dimensions, goTo } = useDesk();
  const missing = missingEvidence(review, dimensions);
  return (
    <>
      <p className="mt-1 text-muted">
        A verdict stands on evidence. Still missing in {missing.length} of {dimensions.length}:
      </p>
      <ul className="no-print mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {missing.map(({ dimension, missing: what }) => (
          <li key={dimension}>
            <button type="button" className="text-link" onClick={() => goTo(dimensionItem(dimension))}>
              {dimensions.find(({ id }) => id === dimension)?.title}: {LACKS[what]}
            </button>
          </li>
        ))}
      </ul>
      {missing.some(({ missing: what }) => what === 'words') && <p className="mt-1 text-muted">{WHY_A_QUOTE}</p>}
    </>
  );
}

/** The gates in the order in which they are applied; one that decides nothing is said more quietly. */
function Gates() {
  const { review, dimensions } = useDesk();
  const gated = gateVerdict(review, dimensions);
  if (!gated) return null;
  return (
    <>
      <p className="mt-1">
        The gates lead to <strong className="font-semibold">{VERDICT_NAMES[gated.verdict].toLowerCase()}</strong>.
      </p>
      <ul className="mt-1 list-disc space-y-0.5 pl-5">
        {gated.gates.map((gate) => (
          <li key={gate.id} className={gate.decides ? '' : 'text-muted'}>
            {gate.text}
          </li>
        ))}
        {verdictRemarks(review).map(({ dimensions: about, text }) => (
          <li key={about.join()} className="text-muted">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function VerdictChoice({ actions, gated }: { actions: DeskActions; gated: Verdict }) {
  const { review } = useDesk();
  // Against the gates a verdict needs a reason before it can be saved; until then it is chosen here alone.
  const [wanted, setWanted] = useState<Verdict | null>(null);
  const [reason, setReason] = useState(review.verdict?.reason ?? '');
  const chosen = wanted ?? review.verdict?.verdict ?? null;
  const isAgainst = chosen !== null && chosen !== gated;

  function choose(verdict: Verdict) {
    const isKept = verdict === gated || reason.trim() !== '';
    setWanted(isKept ? null : verdict);
    if (isKept) actions.verdict(verdict, verdict === gated ? '' : reason);
  }

  function typeReason(text: string) {
    setReason(text);
    if (chosen === null) return;
    setWanted(text.trim() === '' ? chosen : null);
    actions.typeReason(chosen, text);
  }

  return (
    <>
      <fieldset className="desk-bands no-print">
        <legend className="sr-only">Verdict</legend>
        {VERDICTS.map((verdict, index) => (
          <button
            key={verdict}
            type="button"
            className="desk-band"
            data-verdict-choice={index}
            aria-pressed={chosen === verdict}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => choose(verdict)}
          >
            <span className="font-medium">{VERDICT_NAMES[verdict]}</span>
            <span className="text-small text-muted">{verdict === gated ? 'by the gates' : ' '}</span>
          </button>
        ))}
      </fieldset>
      {isAgainst && (
        <>
          <GrowingText
            label="Why the verdict is not the one of the gates"
            placeholder={`Why ${VERDICT_NAMES[chosen].toLowerCase()} and not ${VERDICT_NAMES[gated].toLowerCase()}?`}
            value={reason}
            maxLength={REASON_MAX}
            onChange={typeReason}
          />
          {reason.trim() === '' && (
            <p className="mt-1 text-danger" role="status">
              Say why: a verdict against the gates is saved with its reason.
            </p>
          )}
          <Button size="small" variant="plain" className="no-print mt-1" onClick={() => choose(gated)}>
            Follow the gates
          </Button>
        </>
      )}
      {review.verdict === null && wanted === null && <p className="mt-2 text-muted">No verdict is given yet.</p>}
    </>
  );
}

/** What the bands lead to and why, and the coach's own word on it. */
export function VerdictItem() {
  const { review, dimensions, actions } = useDesk();
  const gated = gateVerdict(review, dimensions);
  return (
    <DeskItem item="verdict" label="Verdict" as="section" className="desk-dimension">
      <h4 className="font-medium">
        Verdict{!actions && review.verdict && `: ${VERDICT_NAMES[review.verdict.verdict].toLowerCase()}`}
      </h4>
      {gated ? <Gates /> : <MissingList />}
      {actions && gated && <VerdictChoice actions={actions} gated={gated.verdict} />}
      {review.verdict && (
        <div className={actions ? 'hidden print:block' : 'mt-1'}>
          {actions && <p className="font-medium">{VERDICT_NAMES[review.verdict.verdict]}</p>}
          {review.verdict.reason !== '' && <p className="desk-text mt-1">{review.verdict.reason}</p>}
        </div>
      )}
    </DeskItem>
  );
}
