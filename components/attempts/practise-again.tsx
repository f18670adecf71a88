import { StartPractice } from '@/components/catalogue/start-practice';
import type { Level, Mode, StartableMode } from '@/lib/core/attempt';

/** The scaffold fades: forms, then step names, then a blank page. */
const NEXT_MODE: Readonly<Record<Mode, StartableMode>> = {
  guided: 'unaided',
  unaided: 'blank',
  blank: 'blank',
  interview: 'blank',
};

const ADVICE: Readonly<Record<StartableMode, string>> = {
  guided:
    'You had the forms. Next time, try with the step names only: what you leave out then is what you do not know yet.',
  unaided: 'You had the step names. Next time, try a blank page: the structure is part of what an interview measures.',
  blank: 'You had a blank page, as in an interview. Come back in a few days and see what stayed.',
};

/** The way to the next attempt at the same case, which follows this one, with a thinner scaffold proposed. */
export function PractiseAgain({
  attemptId,
  caseSlug,
  mode,
  level,
  levels,
}: {
  attemptId: string;
  caseSlug: string;
  mode: Mode;
  level: Level;
  levels: readonly Level[];
}) {
  return (
    <section aria-labelledby="practise-again" className="no-print mt-16 max-w-[760px]">
      <h2 id="practise-again" className="scroll-mt-20 font-reading text-title font-semibold">
        Practise again
      </h2>
      <p className="mt-1 mb-5 max-w-[66ch] text-muted">{ADVICE[mode === 'interview' ? 'blank' : mode]}</p>
      <StartPractice
        caseSlug={caseSlug}
        levels={levels}
        initialMode={NEXT_MODE[mode]}
        initialLevel={level}
        followsId={attemptId}
      />
    </section>
  );
}
