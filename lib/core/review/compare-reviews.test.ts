import { describe, expect, it } from 'vitest';
import { compareReviews } from './compare-reviews';
import { addComment, giveBand, markExpectation } from './edit-review';
import { EMPTY_REVIEW } from './review-body';

const quote = { slot: 'data', path: 'text', start: 0, end: 4, text: 'time' } as const;
const nameOf = (key: string) => `Expectation ${key}`;

describe('compareReviews', () => {
  it('finds nothing between equals', () => {
    expect(compareReviews(EMPTY_REVIEW, { ...EMPTY_REVIEW }, nameOf)).toEqual([]);
  });

  it('says what only one of them has, part by part', () => {
    const banded = giveBand(EMPTY_REVIEW, 'data', 2, quote);
    const marked = markExpectation(banded, 'data/split', { mark: 'after-nudge', quote });
    const full = addComment(
      { ...marked, summary: 'In short.' },
      { id: 'comment-1', kind: 'gap', step: 'data', quote, text: 'Which window?' },
    );
    const changes = compareReviews(EMPTY_REVIEW, full, nameOf);
    expect(changes.map(({ label, after }) => [label, after])).toEqual([
      ['Data and labels', '2: Weak\n“time”'],
      ['Expectation data/split', 'Found after a nudge\n“time”'],
      ['Comment', 'Gap at “time”\nWhich window?'],
      ['Summary', 'In short.'],
    ]);
    expect(changes.every(({ before }) => before === null)).toBe(true);
    expect(compareReviews(full, EMPTY_REVIEW, nameOf).every(({ after }) => after === null)).toBe(true);
  });

  it('shows both where both say something', () => {
    const [change] = compareReviews(
      giveBand(EMPTY_REVIEW, 'model', 2, null),
      giveBand(EMPTY_REVIEW, 'model', 3, null),
      nameOf,
    );
    expect(change).toMatchObject({ key: 'dimension:model', before: '2: Weak', after: '3: Strong' });
  });
});
