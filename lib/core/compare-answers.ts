import { diffArrays } from 'diff';
import type { Answer } from './answer';
import type { AnswerSlot } from './attempt';
import { compareText, type DiffSegment } from './compare-text';
import { type Passage, passagesOf } from './passages';

/** How one passage of an answer stands to its counterpart in another answer of the same slot. */
export interface PassageChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  /** The name of the field. */
  readonly label: string;
  /** Null when added. */
  readonly before: Passage | null;
  /** Null when removed. */
  readonly after: Passage | null;
  /** The whole text of both, in order, by words. */
  readonly segments: readonly DiffSegment[];
}

function change(before: Passage | null, after: Passage | null): PassageChange {
  const segments = compareText(before?.text ?? '', after?.text ?? '');
  const label = (after ?? before)?.label ?? '';
  if (before === null || after === null) return { kind: before ? 'removed' : 'added', label, before, after, segments };
  return { kind: before.text === after.text ? 'same' : 'changed', label, before, after, segments };
}

/** `scale.0` and `scale.3` are passages of the field `scale`. */
const fieldOf = (passage: Passage) => passage.path.split('.')[0] ?? passage.path;

/**
 * Lines up the passages of one field. Equal ones find each other wherever they moved by insertions and deletions; what
 * remains between two of those is taken as reworded, one by one.
 */
function compareField(before: readonly Passage[], after: readonly Passage[]): PassageChange[] {
  const changes: PassageChange[] = [];
  let nextBefore = 0;
  let nextAfter = 0;
  const takeUntil = (endBefore: number, endAfter: number) => {
    while (nextBefore < endBefore || nextAfter < endAfter) {
      const old = nextBefore < endBefore ? (before[nextBefore++] ?? null) : null;
      const young = nextAfter < endAfter ? (after[nextAfter++] ?? null) : null;
      changes.push(change(old, young));
    }
  };
  let readBefore = 0;
  let readAfter = 0;
  for (const run of diffArrays(
    before.map((passage) => passage.text),
    after.map((passage) => passage.text),
  )) {
    if (run.removed) readBefore += run.count;
    else if (run.added) readAfter += run.count;
    else {
      takeUntil(readBefore, readAfter);
      readBefore += run.count;
      readAfter += run.count;
      takeUntil(readBefore, readAfter);
    }
  }
  takeUntil(readBefore, readAfter);
  return changes;
}

/** Compares two lists of passages field by field, in the order of the later one. */
export function comparePassages(before: readonly Passage[], after: readonly Passage[]): PassageChange[] {
  const fields = [...new Set([...after, ...before].map(fieldOf))];
  return fields.flatMap((field) =>
    compareField(
      before.filter((passage) => fieldOf(passage) === field),
      after.filter((passage) => fieldOf(passage) === field),
    ),
  );
}

/** Compares two answers of the same slot, also when they were written in different modes. */
export function compareAnswers(slot: AnswerSlot, before: Answer, after: Answer): PassageChange[] {
  return comparePassages(passagesOf(slot, before), passagesOf(slot, after));
}
