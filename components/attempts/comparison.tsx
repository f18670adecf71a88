import Link from 'next/link';
import { ChangedText } from '@/components/answers/changed-text';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptDetail } from '@/lib/core/api-types';
import { type AnswerSlot, LEVEL_NAMES, MODE_NAMES, PAGE_SLOT } from '@/lib/core/attempt';
import type { PassageChange } from '@/lib/core/compare-answers';
import type { SlotComparison } from '@/lib/core/compare-attempts';
import { shareText } from '@/lib/core/duration-text';
import { INTERVIEW_MINUTES, STEPS } from '@/lib/core/steps';
import { answeredText } from './attempt-heading';

const SIGNS: Readonly<Record<PassageChange['kind'], { sign: string; word: string }>> = {
  same: { sign: '=', word: 'Same' },
  changed: { sign: '±', word: 'Changed' },
  added: { sign: '+', word: 'Added' },
  removed: { sign: '−', word: 'Removed' },
};

const slotTitle = (slot: AnswerSlot) => (slot === PAGE_SLOT ? 'Your page' : STEPS[slot].title);

function ChangeRow({ change }: { change: PassageChange }) {
  const { sign, word } = SIGNS[change.kind];
  const isSource = (change.after ?? change.before)?.kind === 'diagram';
  return (
    <div className="compare-row">
      <p className="text-small text-muted">
        <span className={change.kind === 'same' ? '' : 'font-medium text-ink'}>
          <span aria-hidden="true" className="inline-block w-4 font-code">
            {sign}
          </span>
          {word}
        </span>
        {change.label !== 'Answer' && <span className="block max-sm:ml-2 max-sm:inline">{change.label}</span>}
      </p>
      <p className={isSource ? 'own-source' : `own-words ${change.kind === 'same' ? 'text-muted' : ''}`}>
        <ChangedText segments={change.segments} show="both" />
      </p>
    </div>
  );
}

function SlotChanges({ comparison, onlyChanges }: { comparison: SlotComparison; onlyChanges: boolean }) {
  const { slot, changes, isSame } = comparison;
  const shown = onlyChanges ? changes.filter((change) => change.kind !== 'same') : changes;
  return (
    <section aria-labelledby={`compare-${slot}`} className="mt-10">
      <h2 id={`compare-${slot}`} className="mb-2 flex items-baseline gap-3 font-reading text-title font-semibold">
        {slot !== PAGE_SLOT && <span className="text-muted tabular-nums">{STEPS[slot].number}</span>}
        {slotTitle(slot)}
        {isSame && (
          <span className="font-interface text-base font-normal text-muted">
            {changes.length === 0 ? 'empty in both' : 'no difference'}
          </span>
        )}
      </h2>
      {shown.map((change) => (
        <ChangeRow key={`${change.before?.path}→${change.after?.path}`} change={change} />
      ))}
    </section>
  );
}

function Side({ name, attempt }: { name: string; attempt: AttemptDetail }) {
  return (
    <div className="border-t border-rule pt-2">
      <dt className="label-text">{name}</dt>
      <dd>
        <Link href={`/attempts/${attempt.id}`} prefetch={false} className="text-link font-medium">
          {MODE_NAMES[attempt.mode]}, {LEVEL_NAMES[attempt.level].toLowerCase()}
        </Link>
        <span className="block text-muted tabular-nums">
          <LocalTime iso={attempt.submittedAt ?? attempt.updatedAt} show="moment" />
          {attempt.submittedAt === null && ', in progress'} · {shareText(attempt.activeMs, INTERVIEW_MINUTES)} ·{' '}
          {answeredText(attempt)}
        </span>
      </dd>
    </div>
  );
}

/** What the second attempt says otherwise than the first, step by step. */
export function Comparison({
  before,
  after,
  comparisons,
  onlyChanges,
}: {
  before: AttemptDetail;
  after: AttemptDetail;
  comparisons: readonly SlotComparison[];
  onlyChanges: boolean;
}) {
  const differing = comparisons.filter((comparison) => !comparison.isSame).length;
  return (
    <>
      <dl className="mt-6 grid gap-x-12 gap-y-4 sm:grid-cols-2">
        <Side name="Before" attempt={before} />
        <Side name="After" attempt={after} />
      </dl>
      <p className="mt-6 text-muted">
        {differing === 0 ? 'The two say the same. ' : ''}
        <del className="decoration-danger decoration-2">Struck</del>: only in the first.{' '}
        <ins className="font-medium text-ink decoration-accent decoration-2 underline-offset-3">Underlined</ins>: only
        in the second.
        {before.mode !== after.mode &&
          ' The two were written in different modes, so each step is compared as one text.'}
      </p>
      {comparisons
        .filter((comparison) => !onlyChanges || !comparison.isSame)
        .map((comparison) => (
          <SlotChanges key={comparison.slot} comparison={comparison} onlyChanges={onlyChanges} />
        ))}
    </>
  );
}
