import { ReadingText } from '@/components/ui/reading-text';
import type { HintTaken } from '@/lib/core/api-types';
import type { CaseStep } from '@/lib/core/case-study';

/** The hints that were taken in a step, as they were read then. */
export function HintsTaken({ hints, caseStep }: { hints: readonly HintTaken[]; caseStep: CaseStep | null }) {
  if (hints.length === 0) return null;
  const inOrder = [...hints].sort((a, b) => a.number - b.number);
  return (
    <section className="mt-6 border-t border-rule pt-3">
      <h4 className="label-text">
        {hints.length} of {caseStep?.hints.length ?? 3} hints taken
      </h4>
      {caseStep && (
        <ol className="mt-1 space-y-2">
          {inOrder.map(({ number }) => {
            const hint = caseStep.hints[number - 1];
            return (
              <li key={number} className="grid grid-cols-[20px_minmax(0,1fr)]">
                <span className="text-muted tabular-nums">{number}</span>
                {hint && <ReadingText html={hint.html} className="reading-small" />}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
