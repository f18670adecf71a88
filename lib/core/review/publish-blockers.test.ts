import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from './dimensions';
import { addComment, giveBand, giveVerdict, removeEvidence } from './edit-review';
import { publishBlockers } from './publish-blockers';
import { EMPTY_REVIEW, type ReviewBody } from './review-body';

const quote = { slot: 'data', path: 'text', start: 0, end: 4, text: 'time' } as const;
const whole: ReviewBody = giveVerdict(
  DIMENSIONS.reduce((review, { id }) => giveBand(review, id, 3, quote), EMPTY_REVIEW),
  { verdict: 'lean-hire', reason: '' },
  DIMENSIONS,
);

describe('publishBlockers', () => {
  it('names every dimension of an empty review and not yet the verdict', () => {
    const blockers = publishBlockers(EMPTY_REVIEW, DIMENSIONS);
    expect(blockers).toHaveLength(DIMENSIONS.length);
    expect(blockers.every(({ kind }) => kind === 'band')).toBe(true);
  });

  it('lets a whole review go', () => {
    expect(publishBlockers(whole, DIMENSIONS)).toEqual([]);
  });

  it('names a band without evidence, a comment without words and a verdict that is not there', () => {
    const withoutQuote = removeEvidence({ ...whole, verdict: null }, 'model', 0);
    expect(publishBlockers(withoutQuote, DIMENSIONS)).toEqual([
      {
        kind: 'words',
        dimension: 'model',
        text: 'Model has no quote. A band of 3 or 4 says that it is in the answer, so it needs a quote.',
      },
    ]);
    const weak = giveBand(withoutQuote, 'model', 2, null);
    expect(publishBlockers(weak, DIMENSIONS).map(({ kind }) => kind)).toEqual(['quote']);
    expect(publishBlockers({ ...whole, verdict: null }, DIMENSIONS).map(({ kind }) => kind)).toEqual(['verdict']);
    const comment = { id: 'comment-1', kind: 'gap', step: 'data', quote, text: ' ' } as const;
    expect(publishBlockers(addComment(whole, comment), DIMENSIONS)).toEqual([
      { kind: 'comment', id: 'comment-1', text: 'The comment at “time” has no words.' },
    ]);
  });
});
