import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../quote';
import { BANDS, DIMENSIONS } from './dimensions';
import {
  addComment,
  addEvidence,
  changeComment,
  clearDimension,
  decideSuggestion,
  giveBand,
  giveVerdict,
  MAX_EVIDENCE,
  markExpectation,
  noteDimension,
  type ReviewPart,
  removeComment,
  removeEvidence,
  restorePart,
  sayAbsent,
  settleVerdict,
} from './edit-review';
import { EMPTY_REVIEW, type ReviewBody, reviewBodySchema } from './review-body';
import { VERDICTS } from './review-words';
import { verdictIssues } from './verdict';

const quoteAt = (start: number): Quote => ({ slot: 'data', path: 'text', start, end: start + 4, text: 'text' });
const comment = (id: string, text = '') =>
  ({ id: `comment-${id}`, kind: 'gap', step: 'data', quote: quoteAt(0), text }) as const;
const allAt = (band: 1 | 2 | 3 | 4) =>
  DIMENSIONS.reduce((review, { id }) => giveBand(review, id, band, quoteAt(0)), EMPTY_REVIEW);
const given = (review: ReviewBody, verdict: (typeof VERDICTS)[number], reason = '') =>
  giveVerdict(review, { verdict, reason }, DIMENSIONS);

describe('editing a review', () => {
  it('marks an expectation and takes the mark away', () => {
    const marked = markExpectation(EMPTY_REVIEW, 'data/labels', { mark: 'found', quote: quoteAt(0) });
    expect(marked.expectations).toEqual({ 'data/labels': { mark: 'found', quote: quoteAt(0) } });
    expect(markExpectation(marked, 'data/labels', null)).toEqual(EMPTY_REVIEW);
  });

  it('accepts a suggestion as found with its words, and rejects one without a mark', () => {
    const accepted = decideSuggestion(EMPTY_REVIEW, 'data/labels', true, quoteAt(3));
    expect(accepted.expectations['data/labels']).toEqual({ mark: 'found', quote: quoteAt(3) });
    const rejected = decideSuggestion(EMPTY_REVIEW, 'data/labels', false, quoteAt(3));
    expect([rejected.expectations, rejected.suggestions]).toEqual([{}, { 'data/labels': 'rejected' }]);
  });

  it('gives a band with a quote, counts the same words once and keeps the note', () => {
    const once = noteDimension(giveBand(EMPTY_REVIEW, 'data', 2, quoteAt(0)), 'data', 'a note');
    const twice = giveBand(once, 'data', 3, quoteAt(0));
    expect(twice.dimensions.data).toEqual({ band: 3, quotes: [quoteAt(0)], absent: false, note: 'a note' });
    expect(addEvidence(twice, 'data', quoteAt(9)).dimensions.data?.quotes).toHaveLength(2);
    expect(removeEvidence(twice, 'data', 0).dimensions.data?.quotes).toEqual([]);
  });

  it('adds no evidence where there is no band', () => {
    expect(addEvidence(EMPTY_REVIEW, 'data', quoteAt(0))).toEqual(EMPTY_REVIEW);
    expect(sayAbsent(EMPTY_REVIEW, 'data', true)).toEqual(EMPTY_REVIEW);
    expect(noteDimension(EMPTY_REVIEW, 'data', 'x')).toEqual(EMPTY_REVIEW);
  });

  it('has either quotes or nothing to quote', () => {
    const absent = sayAbsent(giveBand(EMPTY_REVIEW, 'data', 1, quoteAt(0)), 'data', true);
    expect(absent.dimensions.data).toMatchObject({ absent: true, quotes: [] });
    expect(addEvidence(absent, 'data', quoteAt(1)).dimensions.data).toMatchObject({ absent: false });
  });

  it('says nothing to quote of a weak band only, and takes it back when the band gets strong', () => {
    const strong = giveBand(EMPTY_REVIEW, 'data', 3, quoteAt(0));
    expect(sayAbsent(strong, 'data', true)).toEqual(strong);
    const weak = sayAbsent(giveBand(EMPTY_REVIEW, 'data', 2, null), 'data', true);
    expect(giveBand(weak, 'data', 1, null).dimensions.data?.absent).toBe(true);
    expect(giveBand(weak, 'data', 4, null).dimensions.data?.absent).toBe(false);
  });

  it('never holds more evidence than can be saved', () => {
    const full = Array.from({ length: MAX_EVIDENCE + 5 }, (_, index) => index).reduce(
      (review, index) => giveBand(review, 'data', 3, quoteAt(index)),
      EMPTY_REVIEW,
    );
    expect(full.dimensions.data?.quotes).toHaveLength(MAX_EVIDENCE);
    expect(reviewBodySchema.safeParse(full).success).toBe(true);
  });
});

describe('the verdict', () => {
  it('is not given without evidence, nor against the gates without a reason', () => {
    expect(given(clearDimension(allAt(3), 'serve'), 'lean-hire').verdict).toBeNull();
    expect(given(allAt(3), 'strong-hire').verdict).toBeNull();
    expect(given(allAt(3), 'strong-hire', 'Knew it in the talk.').verdict?.verdict).toBe('strong-hire');
    expect(given(allAt(3), 'lean-hire').verdict?.verdict).toBe('lean-hire');
  });

  it.each([
    ['follows the gates when they had given it', '', 'lean-no-hire'],
    ['stays when the coach gave it with a reason', 'As I said.', 'lean-hire'],
  ])('%s', (_, reason, expected) => {
    const before = given(allAt(3), 'lean-hire', reason);
    const after = giveBand(before, 'model', 1, quoteAt(0));
    expect(settleVerdict(before, after, DIMENSIONS).verdict?.verdict).toBe(expected);
  });

  it('goes when evidence goes', () => {
    const before = given(allAt(3), 'lean-hire');
    expect(settleVerdict(before, removeEvidence(before, 'model', 0), DIMENSIONS).verdict).toBeNull();
  });
});

describe('a draft from before strong bands needed a quote', () => {
  const old: ReviewBody = {
    ...EMPTY_REVIEW,
    dimensions: Object.fromEntries(DIMENSIONS.map(({ id }) => [id, { band: 4, quotes: [], absent: true, note: '' }])),
    verdict: { verdict: 'strong-hire', reason: '' },
  };

  it('loses its verdict with the next edit, and can be saved', () => {
    const edited = settleVerdict(old, addComment(old, comment('1')), DIMENSIONS);
    expect(edited.verdict).toBeNull();
    expect(edited.dimensions).toEqual(old.dimensions);
    expect(verdictIssues(edited, DIMENSIONS)).toEqual([]);
  });
});

describe('undo', () => {
  it('puts back one part and leaves what was done and typed elsewhere', () => {
    const before = giveBand(EMPTY_REVIEW, 'data', 2, quoteAt(0));
    const after = giveBand(before, 'data', 4, quoteAt(8));
    const later = noteDimension(addComment(after, comment('1')), 'data', 'typed since');
    const undone = restorePart(later, before, { kind: 'dimension', id: 'data' });
    expect(undone.dimensions.data).toEqual({ band: 2, quotes: [quoteAt(0)], absent: false, note: 'typed since' });
    expect(undone.comments).toHaveLength(1);
  });

  it('brings a removed comment back to its place with its text, and takes an added one away', () => {
    const three = ['1', '2', '3'].reduce(
      (review, id) => addComment(review, comment(id, `text ${id}`)),
      EMPTY_REVIEW as ReviewBody,
    );
    const removed = removeComment(three, 'comment-2');
    expect(restorePart(removed, three, { kind: 'comment', id: 'comment-2' })).toEqual(three);
    expect(restorePart(three, removed, { kind: 'comment', id: 'comment-2' })).toEqual(removed);
  });

  it('undoes the kind of a comment and keeps its words', () => {
    const before = addComment(EMPTY_REVIEW, comment('1'));
    const after = changeComment(changeComment(before, 'comment-1', { kind: 'error' }), 'comment-1', { text: 'new' });
    expect(restorePart(after, before, { kind: 'comment', id: 'comment-1' }).comments[0]).toMatchObject({
      kind: 'gap',
      text: 'new',
    });
  });

  it('undoes the decision on a suggestion together with its mark', () => {
    const accepted = decideSuggestion(EMPTY_REVIEW, 'data/labels', true, quoteAt(0));
    expect(restorePart(accepted, EMPTY_REVIEW, { kind: 'expectation', key: 'data/labels' })).toEqual(EMPTY_REVIEW);
  });
});

describe('whatever a coach does', () => {
  const dimension = fc.constantFrom(...DIMENSIONS.map(({ id }) => id));
  const quote = fc.integer({ min: 0, max: 30 }).map(quoteAt);
  const key = fc.constantFrom('data/labels', 'model/loss');
  const id = fc.constantFrom('comment-1', 'comment-2', 'comment-3');
  type Act = { readonly part: ReviewPart; readonly edit: (review: ReviewBody) => ReviewBody };
  const onDimension = (one: (typeof DIMENSIONS)[number]['id'], edit: Act['edit']): Act => ({
    part: { kind: 'dimension', id: one },
    edit,
  });
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc
      .tuple(dimension, fc.constantFrom(...BANDS), fc.option(quote))
      .map(([one, band, words]) => onDimension(one, (review) => giveBand(review, one, band, words))),
    fc
      .tuple(dimension, fc.boolean())
      .map(([one, absent]) => onDimension(one, (review) => sayAbsent(review, one, absent))),
    dimension.map((one) => onDimension(one, (review) => clearDimension(review, one))),
    fc.tuple(key, quote, fc.constantFrom('found', 'after-nudge', 'absent')).map(
      ([one, words, mark]): Act => ({
        part: { kind: 'expectation', key: one },
        edit: (review) =>
          markExpectation(review, one, mark === 'absent' ? { mark, quote: null } : ({ mark, quote: words } as never)),
      }),
    ),
    fc.tuple(id, fc.boolean()).map(
      ([one, adds]): Act => ({
        part: { kind: 'comment', id: one },
        edit: (review) =>
          adds && !review.comments.some((other) => other.id === one)
            ? addComment(review, { ...comment(''), id: one })
            : removeComment(review, one),
      }),
    ),
    fc.tuple(fc.constantFrom(...VERDICTS), fc.constantFrom('', 'Because.')).map(
      ([verdict, reason]): Act => ({
        part: { kind: 'verdict' },
        edit: (review) => giveVerdict(review, { verdict, reason }, DIMENSIONS),
      }),
    ),
  );

  it('the review can be saved after every act, and an act undone leaves its part as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(EMPTY_REVIEW, allAt(3), allAt(4)),
        fc.array(act, { maxLength: 25 }),
        (start, acts) => {
          let review: ReviewBody = start;
          for (const { part, edit } of acts) {
            const before = review;
            review = settleVerdict(before, edit(before), DIMENSIONS);
            expect(reviewBodySchema.safeParse(review).success).toBe(true);
            expect(verdictIssues(review, DIMENSIONS)).toEqual([]);
            const undone = restorePart(restorePart(review, before, part), before, { kind: 'verdict' });
            expect(undone).toEqual(before);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
