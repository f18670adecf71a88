import { describe, expect, it } from 'vitest';
import type { Quote } from '../quote';
import { inAnswerOrder, stepOfQuote } from './comment-order';

const passage = (path: string) => ({ path, label: path, kind: 'text' as const, text: 'words' });
const quote = (slot: Quote['slot'], path: string, start: number): Quote => ({
  slot,
  path,
  start,
  end: start + 5,
  text: 'words',
});

describe('inAnswerOrder', () => {
  it('sorts by step, then passage, then place, and leaves equals as they are', () => {
    const comments = [
      { id: 'd', step: 'model', quote: quote('model', 'b', 0) },
      { id: 'c', step: 'model', quote: quote('model', 'a', 9) },
      { id: 'a', step: 'data', quote: quote('data', 'z', 0) },
      { id: 'b', step: 'model', quote: quote('model', 'a', 2) },
      { id: 'e', step: 'model', quote: quote('model', 'b', 0) },
    ] as const;
    const passages = { data: [passage('z')], model: [passage('a'), passage('b')] };
    expect(inAnswerOrder(comments, passages).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('stepOfQuote', () => {
  const page = {
    text: 'x'.repeat(100),
    tags: [
      { start: 0, end: 20, step: 'frame' as const },
      { start: 10, end: 30, step: 'data' as const },
    ],
  };
  it.each([
    ['the slot of a step', quote('serve', 'text', 0), 'model', 'serve'],
    ['the tag on a page', quote('page', 'text', 22), 'model', 'data'],
    ['the step being read when it is one of the tags', quote('page', 'text', 12), 'data', 'data'],
    ['the first tag when it is none of them', quote('page', 'text', 12), 'serve', 'frame'],
    ['the step being read where there is no tag', quote('page', 'text', 60), 'model', 'model'],
    ['the step being read for a drawing', quote('page', 'diagram', 12), 'serve', 'serve'],
  ] as const)('is %s', (_, words, reading, expected) => {
    expect(stepOfQuote(words, page, reading)).toBe(expected);
  });
});
