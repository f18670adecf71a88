import { StartPractice } from '@/components/catalogue/start-practice';
import type { Level, Mode } from '@/lib/core/attempt';

/** What goes along into the next attempt. */
export function carriedText(openComments: number): string {
  if (openComments === 0) return 'No comment is open, so there is nothing to take along but what you learnt.';
  return 'The comments that are still open stand beside the sheet as a checklist. Share it with the same coach, and they see what you changed at each.';
}

/** The way from a review to the attempt that answers it: the same case, with the open comments as a checklist. */
export function NextAttempt({
  attemptId,
  caseSlug,
  mode,
  level,
  levels,
  openComments,
}: {
  attemptId: string;
  caseSlug: string;
  mode: Mode;
  level: Level;
  levels: readonly Level[];
  openComments: number;
}) {
  return (
    <section aria-labelledby="next-attempt" className="no-print mt-16 max-w-[760px]">
      <h2 id="next-attempt" className="scroll-mt-20 font-reading text-title font-semibold">
        The next attempt
      </h2>
      <p className="mt-1 mb-5 max-w-[66ch] text-muted">{carriedText(openComments)}</p>
      <StartPractice
        caseSlug={caseSlug}
        levels={levels}
        initialMode={mode === 'interview' ? 'blank' : mode}
        initialLevel={level}
        followsId={attemptId}
        startLabel="Start the next attempt"
      />
    </section>
  );
}
