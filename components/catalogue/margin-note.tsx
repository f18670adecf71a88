import { ReadingText } from '@/components/ui/reading-text';
import type { CaseStep, Gotcha, TradeOff } from '@/lib/core/case-study';

export function TradeOffNote({ note }: { note: TradeOff }) {
  return (
    <>
      <p className="label-text">Trade-off</p>
      <ReadingText html={note.question.html} className="reading-small mt-1 font-semibold" />
      <ul className="mt-2 space-y-2">
        {note.choices.map((choice) => (
          <li key={choice.text}>
            <ReadingText html={choice.html} className="reading-small" />
          </li>
        ))}
      </ul>
      <p className="label-text mt-2">What decides</p>
      <ReadingText html={note.decides.html} className="reading-small mt-1" />
    </>
  );
}

export function GotchaNote({ note }: { note: Gotcha }) {
  return (
    <>
      <p className="label-text">Gotcha</p>
      <ReadingText html={note.body.html} className="reading-small mt-1" />
    </>
  );
}

/** The trade-offs and gotchas of a step by id, in the order asked for. */
export function MarginNotes({ step, ids }: { step: CaseStep; ids: readonly string[] }) {
  return ids.map((id) => {
    const tradeOff = step.tradeOffs.find((one) => one.id === id);
    const gotcha = step.gotchas.find((one) => one.id === id);
    if (!tradeOff && !gotcha) return null;
    return (
      <div key={id} id={`note-${id}`} className="border-t border-rule pt-3">
        {tradeOff && <TradeOffNote note={tradeOff} />}
        {gotcha && <GotchaNote note={gotcha} />}
      </div>
    );
  });
}
