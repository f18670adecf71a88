import { isPage } from '../answer';
import type { AttemptDetail } from '../api-types';
import { PAGE_SLOT } from '../attempt';
import { answerOf, stepPassages } from '../attempt-state';
import { compareAnswers, comparePassages, type PassageChange } from '../compare-answers';
import type { DiffSegment } from '../compare-text';
import type { Passage } from '../passages';
import type { Quote } from '../quote';
import type { StepId } from '../steps';
import { findAnchor } from './anchor';

type Side = Pick<AttemptDetail, 'mode' | 'answers'>;

/** What changed between an attempt and the one that follows it that may speak to a comment. */
export interface CommentDiff {
  /** `near`: the quoted paragraph or its field changed; `step`: only something else of the step did; `none`: nothing. */
  readonly kind: 'near' | 'step' | 'none';
  /** Around the quote: its passage cut to the quoted paragraph, and other changed passages of its field. */
  readonly near: readonly PassageChange[];
  /** The other changed passages of the step. */
  readonly elsewhere: readonly PassageChange[];
}

const fieldOf = (path: string) => path.split('.')[0] ?? path;
const isChanged = (change: PassageChange) => change.kind !== 'same';

/** The paragraphs (stretches without an empty line) that a span touches. */
function paragraphAround(text: string, start: number, end: number): { start: number; end: number } {
  const breaks = [...text.matchAll(/\n[^\S\n]*\n\s*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return {
    start: breaks.findLast((one) => one.end <= start)?.end ?? 0,
    end: breaks.find((one) => one.start >= end)?.start ?? text.length,
  };
}

/** Cuts a comparison to a range of the earlier text. What was added at its edges belongs to it. */
function cutSegments(segments: readonly DiffSegment[], start: number, end: number): DiffSegment[] {
  const cut: DiffSegment[] = [];
  let at = 0;
  for (const { kind, text } of segments) {
    if (kind === 'added') {
      if (at >= start && at <= end) cut.push({ kind, text });
      continue;
    }
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (piece !== '') cut.push({ kind, text: piece });
    at += text.length;
  }
  return cut;
}

function cutToQuote(change: PassageChange, start: number, end: number): PassageChange {
  if (change.before === null || change.kind === 'removed') return change;
  const around = paragraphAround(change.before.text, start, end);
  const segments = cutSegments(change.segments, around.start, around.end);
  return { ...change, segments, kind: segments.some(({ kind }) => kind !== 'same') ? 'changed' : 'same' };
}

/** Several passages read as one text, so that a form, a page and a free text can be held against each other. */
function asOneText(passages: readonly Passage[]): Passage[] {
  const text = passages.map((passage) => passage.text).join('\n\n');
  return text === '' ? [] : [{ path: 'text', label: 'Answer', kind: 'text', text }];
}

function commonChanges(
  { step, quote }: { readonly step: StepId; readonly quote: Quote },
  before: Side,
  after: Side,
): { changes: PassageChange[]; path: string; start: number; end: number } {
  if (before.mode === after.mode) {
    const slot = quote.slot;
    const changes = compareAnswers(slot, answerOf(before, slot).answer, answerOf(after, slot).answer);
    return { changes, path: quote.path, start: quote.start, end: quote.end };
  }
  const old = asOneText(stepPassages(before, step));
  const anchor = findAnchor({ ...quote, path: 'text' }, old);
  const changes = comparePassages(old, asOneText(stepPassages(after, step)));
  return anchor.kind === 'lost' ? { changes, path: '', start: 0, end: 0 } : { changes, ...anchor };
}

/** What changed elsewhere in the step: for a blank page what is tagged with it, because the page holds all seven. */
function elsewhereOf(step: StepId, before: Side, after: Side): PassageChange[] {
  return comparePassages(asOneText(stepPassages(before, step)), asOneText(stepPassages(after, step))).filter(isChanged);
}

/** Finds what in the following attempt speaks to a comment on the earlier one. */
export function diffForComment(
  comment: { readonly step: StepId; readonly quote: Quote },
  before: Side,
  after: Side,
): CommentDiff {
  const { changes, path, start, end } = commonChanges(comment, before, after);
  const onPath = (change: PassageChange) => change.before?.path === path;
  const near = changes.flatMap((change) => {
    if (onPath(change)) return [cutToQuote(change, start, end)];
    const field = fieldOf(change.before?.path ?? change.after?.path ?? '');
    return isChanged(change) && field === fieldOf(path) ? [change] : [];
  });
  const { answer } = answerOf(before, PAGE_SLOT);
  const isOnPage = before.mode === after.mode && comment.quote.slot === PAGE_SLOT && isPage(answer);
  const isNear = near.some(isChanged);
  const rest = isOnPage
    ? isNear
      ? []
      : elsewhereOf(comment.step, before, after)
    : changes.filter(
        (change) =>
          isChanged(change) && !near.some((one) => one.before === change.before && one.after === change.after),
      );
  // A text is one passage: when its quoted paragraph stands as it was, the rest of it is elsewhere.
  const elsewhere =
    isNear || isOnPage ? rest : [...changes.filter((change) => onPath(change) && isChanged(change)), ...rest];
  return { kind: isNear ? 'near' : elsewhere.length > 0 ? 'step' : 'none', near, elsewhere };
}
