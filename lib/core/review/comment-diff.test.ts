import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer';
import type { AttemptDetail } from '../api-types';
import type { AnswerSlot, Mode } from '../attempt';
import type { Quote } from '../quote';
import { diffForComment } from './comment-diff';

type Side = Pick<AttemptDetail, 'mode' | 'answers'>;
const side = (mode: Mode, answers: Partial<Record<AnswerSlot, Answer>>): Side => ({
  mode,
  answers: Object.fromEntries(
    Object.entries(answers).map(([slot, answer]) => [slot, { revision: 1, savedAt: null, answer }]),
  ),
});
const quoteIn = (slot: AnswerSlot, path: string, text: string, words: string): Quote => {
  const start = text.indexOf(words);
  return { slot, path, start, end: start + words.length, text: words };
};
const added = (changes: readonly { segments: readonly { kind: string; text: string }[] }[]) =>
  changes.flatMap(({ segments }) => segments.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim()));

describe('diffForComment', () => {
  const text = 'We split at random.\n\nThe label is a click.\n\nWe keep a year of it.';
  const before = side('unaided', { data: { text } });
  const comment = { step: 'data' as const, quote: quoteIn('data', 'text', text, 'split at random') };

  it('shows the quoted paragraph when it changed', () => {
    const diff = diffForComment(
      comment,
      before,
      side('unaided', { data: { text: text.replace('at random', 'by time') } }),
    );
    expect(diff.kind).toBe('near');
    expect(diff.near).toHaveLength(1);
    expect(diff.near[0]?.segments.map(({ text: words }) => words).join('')).not.toContain('label');
    expect(added(diff.near).join(' ')).toContain('by time');
    expect(diff.elsewhere).toEqual([]);
  });

  it('tells a change in the rest of the step from one at the quote', () => {
    const diff = diffForComment(
      comment,
      before,
      side('unaided', { data: { text: text.replace('a year', 'two years') } }),
    );
    expect(diff.kind).toBe('step');
    expect(diff.near[0]?.kind).toBe('same');
    expect(added(diff.elsewhere).join(' ')).toContain('two');
  });

  it('says that nothing changed', () => {
    expect(diffForComment(comment, before, before)).toMatchObject({ kind: 'none', elsewhere: [] });
  });

  it('shows what was deleted', () => {
    const diff = diffForComment(comment, before, side('unaided', {}));
    expect(diff.kind).toBe('near');
    expect(diff.near[0]?.kind).toBe('removed');
  });

  it('takes the same field of a form as near, and other fields as elsewhere', () => {
    const fields = { split: 'at random', labels: 'clicks' };
    const quote = quoteIn('data', 'split', fields.split, 'random');
    const guided = (more: object) => side('guided', { data: { fields: { ...fields, ...more } } });
    const near = diffForComment({ step: 'data', quote }, guided({}), guided({ split: 'by time' }));
    expect([near.kind, added(near.near)]).toEqual(['near', ['by time']]);
    const elsewhere = diffForComment({ step: 'data', quote }, guided({}), guided({ labels: 'hashed' }));
    expect([elsewhere.kind, added(elsewhere.elsewhere)]).toEqual(['step', ['hashed']]);
  });

  it('holds a form against a free text', () => {
    const form = side('guided', { data: { fields: { split: 'at random' } } });
    const quote = quoteIn('data', 'split', 'at random', 'random');
    const diff = diffForComment(
      { step: 'data', quote },
      form,
      side('unaided', { data: { text: 'at random\n\nno, by time' } }),
    );
    expect(diff.kind).not.toBe('none');
    expect(added([...diff.near, ...diff.elsewhere]).join(' ')).toContain('by time');
  });

  it('reads a blank page by its tags when the quoted paragraph stands', () => {
    const page = `${text}\n\nServing comes last.`;
    const tags = [{ start: 0, end: text.length, step: 'data' as const }];
    const quote = quoteIn('page', 'text', page, 'split at random');
    const old = side('blank', { page: { text: page, tags } });
    const other = side('blank', { page: { text: `${page} At the edge.`, tags } });
    expect(diffForComment({ step: 'data', quote }, old, other).kind).toBe('none');
    const grown = page.replace('a year', 'two years');
    const longer = side('blank', { page: { text: grown, tags: [{ start: 0, end: text.length + 3, step: 'data' }] } });
    expect(diffForComment({ step: 'data', quote }, old, longer).kind).toBe('step');
    const mended = side('blank', { page: { text: page.replace('at random', 'by time'), tags } });
    expect(diffForComment({ step: 'data', quote }, old, mended).kind).toBe('near');
  });
});
