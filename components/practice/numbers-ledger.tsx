'use client';

import { useMemo, useState } from 'react';
import { ContradictingWords } from '@/components/feedback/contradicting-words';
import { whereItStands } from '@/components/feedback/where-it-stands';
import { type AttemptShape, answerSlots } from '@/lib/core/attempt';
import type { LedgerEntry, Mention } from '@/lib/core/feedback/numbers/ledger';
import { sayValue } from '@/lib/core/feedback/numbers/say-value';
import { STEPS } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import { useLedger } from './use-ledger';

const stepNumber = ({ step }: Mention) => (step === null ? null : STEPS[step].number);

/** Where a quantity stands: "step 1, again in 3 and 6". */
function placesOf({ stated, reused }: LedgerEntry): string {
  const first = stepNumber(stated);
  const others = [...new Set(reused.map(stepNumber))].filter((one) => one !== null && one !== first);
  const again = others.length === 0 ? '' : `again in ${others.join(', ')}`;
  return [first === null ? '' : `step ${first}`, again].filter((part) => part !== '').join(', ');
}

function Entry({ entry, onUse }: { entry: LedgerEntry; onUse: (text: string) => void }) {
  const { name, shown, value, unit, noun, derivation, stale } = entry;
  const said = sayValue(value, unit, noun);
  // A number and its unit may stand in two cells of a row.
  const written = shown.replaceAll(' · ', ' ');
  // Under a column's heading it may stand without its unit, which elsewhere it needs.
  const text = /[\p{L}%$€£]/u.test(written) ? written : said;
  return (
    <li className="py-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 break-words text-muted">{name}</span>
        <button
          type="button"
          className="min-h-6 shrink-0 tabular-nums underline decoration-control decoration-dotted underline-offset-4 hover:text-accent"
          title={said === text ? undefined : said}
          aria-label={`Put ${text} where I write: ${name}`}
          onClick={() => onUse(text)}
        >
          <bdi>{text}</bdi>
        </button>
      </div>
      <p className="text-small text-muted">
        {placesOf(entry)}
        {derivation && ` · ${derivation.says}`}
      </p>
      {stale && (
        <div className="mt-1">
          <p className="text-small font-medium">
            <span aria-hidden="true">≠</span> Look again: {stale.why.replaceAll(' · ', ' ')}
          </p>
          {stale.quotes.map((quote) => (
            <div key={`${quote.slot} ${quote.path} ${quote.start}`} className="mt-0.5">
              <p className="text-small text-muted">{whereItStands(quote)}</p>
              <ContradictingWords quote={quote} className="line-clamp-2" />
            </div>
          ))}
        </div>
      )}
    </li>
  );
}

/** The quantities of all steps, recognised as they are typed, with those that no longer fit. */
export default function NumbersLedger({
  attemptId,
  shape,
  saver,
  onUse,
}: {
  attemptId: string;
  shape: AttemptShape;
  saver: AnswerSaver;
  /** Puts a number where the caret was last; false when there is no such place. */
  onUse: (text: string) => boolean;
}) {
  const [placeless, setPlaceless] = useState(false);
  const { mode, onlyStep } = shape;
  const slots = useMemo(() => answerSlots({ mode, onlyStep }), [mode, onlyStep]);
  const ledger = useLedger(attemptId, saver, slots);
  if (!ledger || ledger.entries.length === 0) return null;
  // What no longer fits is why one looks here.
  const entries = [...ledger.entries].sort((a, b) => Number(b.stale !== null) - Number(a.stale !== null));
  return (
    <section aria-labelledby="numbers-heading">
      <h2 id="numbers-heading" className="label-text">
        Your numbers <span className="tabular-nums">({entries.length})</span>
      </h2>
      <p role="status" className="mt-1 text-small text-muted">
        {placeless
          ? 'Put the caret into your answer first, then press the number.'
          : 'Press one to put it where you write.'}
      </p>
      <ul className="mt-1 divide-y divide-rule border-y border-rule">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} onUse={(text) => setPlaceless(!onUse(text))} />
        ))}
      </ul>
      {ledger.left > 0 && <p className="mt-1 text-small text-muted">and {ledger.left} more</p>}
    </section>
  );
}
