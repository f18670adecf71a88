import { ReadingText } from '@/components/ui/reading-text';
import type { CaseStep } from '@/lib/core/case-study';
import { MarginNotes } from './margin-note';

/** A worked answer with its notes in the margin on a wide screen, folded under their part on a narrow one. */
export function WorkedAnswer({ step }: { step: CaseStep }) {
  return step.workedAnswer.map((part) => (
    <section
      key={part.id}
      aria-labelledby={part.id}
      className="grid gap-x-12 gap-y-4 pt-8 lg:grid-cols-[minmax(0,620px)_280px] lg:justify-between"
    >
      <div className="min-w-0">
        <h3 id={part.id} className="mb-3 scroll-mt-20 font-reading text-title font-semibold text-balance">
          {part.heading}
        </h3>
        <ReadingText html={part.body.html} />
      </div>
      {part.notes.length > 0 && (
        <>
          <aside aria-label={`Notes on ${part.heading}`} className="hidden space-y-6 lg:block">
            <MarginNotes step={step} ids={part.notes} />
          </aside>
          <details className="border-y border-rule py-2 lg:hidden">
            <summary className="py-1 text-muted">
              {part.notes.length === 1 ? 'One note' : `${part.notes.length} notes`} on this part
            </summary>
            <div className="mt-3 space-y-6 pb-3">
              <MarginNotes step={step} ids={part.notes} />
            </div>
          </details>
        </>
      )}
    </section>
  ));
}
