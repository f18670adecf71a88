import Link from 'next/link';
import { ChangedText } from '@/components/answers/changed-text';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptDetail } from '@/lib/core/api-types';
import { type AnswerSlot, attemptMinutes, attemptName, PAGE_SLOT } from '@/lib/core/attempt';
import type { PassageChange } from '@/lib/core/compare-answers';
import type { SlotComparison } from '@/lib/core/compare-attempts';
import { shareText } from '@/lib/core/duration-text';
import { STEPS } from '@/lib/core/steps';
import { answeredText } from './attempt-heading';

const SIGNS = {
  same: { sign: '=', word: 'Same' },
  changed: { sign: '±', word: 'Changed' },
  rewritten: { sign: '↻', word: 'Rewritten' },
  added: { sign: '+', word: 'Added' },
  removed: { sign: '−', word: 'Removed' },
} as const;

/** Without a word in common, marks on every word would only make both harder to read. */
function kindOf({ kind, segments }: PassageChange): keyof typeof SIGNS {
  const sharesWords = segments.some((segment) => segment.kind === 'same' && /[\p{L}\p{N}]/u.test(segment.text));
  return kind === 'changed' && !sharesWords ? 'rewritten' : kind;
}

const slotTitle = (slot: AnswerSlot) => (slot === PAGE_SLOT ? 'Your page' : STEPS[slot].title);

function ChangedSide({ change, show }: { change: PassageChange; show: 'before' | 'after' }) {
  const passage = change[show];
  if (!passage) return <p className="text-muted max-sm:hidden">Not there</p>;
  return (
    <div className="min-w-0">
      <p className="label-text sm:hidden">{show === 'before' ? 'Before' : 'After'}</p>
      <p className={passage.kind === 'diagram' ? 'own-source' : 'own-words'}>
        {kindOf(change) === 'changed' ? (
          <ChangedText segments={change.segments} show={show} />
        ) : (
          <span className="block whitespace-pre-wrap [unicode-bidi:plaintext]">{passage.text}</span>
        )}
      </p>
    </div>
  );
}

function ChangeRow({ change }: { change: PassageChange }) {
  const kind = kindOf(change);
  const { sign, word } = SIGNS[kind];
  return (
    <div className={`compare-row ${kind === 'same' ? 'text-muted' : ''}`}>
      <p className="text-small text-muted">
        <span className={kind === 'same' ? '' : 'font-medium text-ink'}>
          <span aria-hidden="true" className="inline-block w-4 font-code">
            {sign}
          </span>
          {word}
        </span>
        {change.label !== 'Answer' && <span className="max-lg:ml-2 lg:block">{change.label}</span>}
      </p>
      <ChangedSide change={change} show="before" />
      {kind === 'same' ? <p className="max-sm:hidden">The same</p> : <ChangedSide change={change} show="after" />}
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
          {attemptName(attempt)}
        </Link>
        <span className="block text-muted tabular-nums">
          <LocalTime iso={attempt.submittedAt ?? attempt.updatedAt} show="moment" />
          {attempt.submittedAt === null && ', in progress'} · {shareText(attempt.activeMs, attemptMinutes(attempt))} ·{' '}
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
      <dl className="compare-sides mt-6">
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
