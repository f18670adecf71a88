import { ReadingText } from '@/components/ui/reading-text';
import type { Fact } from '@/lib/core/case-study';
import { STEPS } from '@/lib/core/steps';

function FactEntry({ fact }: { fact: Fact }) {
  const [ask] = fact.asks;
  return (
    <li className="break-inside-avoid py-3">
      {ask && <p className="font-medium">{ask}</p>}
      <ReadingText html={fact.answer.html} className="reading-small mt-0.5 max-w-none" />
      <p className="mt-1 text-small text-muted">
        {fact.linchpin && <strong className="font-semibold text-ink">Linchpin: the design turns on it. </strong>}
        {fact.changes.length > 0 &&
          `Changes ${fact.changes.map((step) => STEPS[step].shortTitle.toLowerCase()).join(', ')}.`}
      </p>
    </li>
  );
}

/** What the interviewer would have said, had the candidate asked; what the design turns on comes first. */
export function HeldBackFacts({ facts }: { facts: readonly Fact[] }) {
  const inOrder = [...facts].sort((a, b) => Number(b.linchpin) - Number(a.linchpin));
  const linchpins = facts.filter((fact) => fact.linchpin).length;
  return (
    <section aria-labelledby="facts" className="mt-16 print:break-before-page">
      <h2 id="facts" className="font-reading text-title font-semibold">
        What you could have asked
      </h2>
      <p className="mt-1 text-muted">
        The interviewer held back {facts.length} facts. {linchpins} of them are linchpins and stand first.
      </p>
      <ul className="mt-4 gap-x-14 border-t border-rule sm:columns-2 [&>li]:border-b [&>li]:border-rule">
        {inOrder.map((fact) => (
          <FactEntry key={fact.id} fact={fact} />
        ))}
      </ul>
    </section>
  );
}
