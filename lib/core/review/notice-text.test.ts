import { describe, expect, it } from 'vitest';
import { type Notice, noticeSchema } from './notice';
import { noticeTarget, noticeText } from './notice-text';

const attempt = { attemptId: 'a1', caseSlug: 'visual-search' };
const group = { groupId: 'g1', groupName: 'Tuesdays' };
const by = 'Ada';

const TEXTS: readonly (readonly [Notice, text: string, href: string])[] = [
  [
    { kind: 'review-published', by, reviewId: 'r', ...attempt },
    'Ada has reviewed your attempt at Visual search.',
    '/attempts/a1/reviews',
  ],
  [
    { kind: 'comment-reply', by, reader: 'candidate', commentId: 'c', ...attempt },
    'Ada replied to a comment on your attempt at Visual search.',
    '/attempts/a1/reviews',
  ],
  [
    { kind: 'comment-reply', by, reader: 'coach', commentId: 'c', ...attempt },
    'Ada replied to a comment on an attempt at Visual search that you reviewed.',
    '/review/a1',
  ],
  [
    { kind: 'comment-resolved', by, reader: 'coach', commentId: 'c', ...attempt },
    'Ada resolved a comment on an attempt at Visual search that you reviewed.',
    '/review/a1',
  ],
  [{ kind: 'share-opened', by, ...attempt }, 'Ada accepted your attempt at Visual search for review.', '/attempts/a1'],
  [
    { kind: 'review-requested', by, groupName: null, ...attempt },
    'Ada asks for a review of Visual search.',
    '/review/a1',
  ],
  [
    { kind: 'review-requested', by, groupName: 'Tuesdays', ...attempt },
    'Ada asks for a review of Visual search in Tuesdays.',
    '/review/a1',
  ],
  [{ kind: 'claimed', by, ...attempt }, 'Ada is reviewing your attempt at Visual search.', '/attempts/a1'],
  [
    { kind: 'assigned', by, assignmentId: 's', caseSlug: 'visual-search', dueAt: null, ...group },
    'Ada assigned Visual search in Tuesdays.',
    '/groups/g1',
  ],
  [
    { kind: 'assigned', by, assignmentId: 's', caseSlug: 'visual-search', dueAt: '2026-03-01T10:00:00.000Z', ...group },
    'Ada assigned Visual search in Tuesdays, due on 2026-03-01.',
    '/groups/g1',
  ],
  [{ kind: 'joined', by, ...group }, 'Ada joined Tuesdays.', '/groups/g1'],
  [
    { kind: 'nudge', by, about: 'review', ...attempt },
    'Ada is waiting for your review of Visual search.',
    '/review/a1',
  ],
  [
    { kind: 'nudge', by, about: 'replies', ...attempt },
    'Ada is waiting for your replies to the comments on Visual search.',
    '/attempts/a1/reviews',
  ],
  [
    { kind: 'nudge', by, about: 'attempt', ...attempt },
    'Ada reminds you of your next attempt at Visual search.',
    '/attempts/a1',
  ],
  [
    { kind: 'nudge-assignment', by, assignmentId: 's', caseSlug: 'visual-search', ...group },
    'Ada reminds you of Visual search, assigned in Tuesdays.',
    '/groups/g1',
  ],
];

describe('noticeText', () => {
  it.each(TEXTS)('of %j', (notice, text, href) => {
    expect(noticeSchema.parse(notice)).toEqual(notice);
    expect(noticeText(notice, 'Visual search')).toEqual({ text, href });
  });

  it.each(TEXTS)('names what %j is about', (notice, _, href) => {
    const target = noticeTarget(notice);
    expect(href).toContain(target.kind === 'group' ? `/groups/${target.groupId}` : `/${target.attemptId}`);
    expect(
      { attempt: '/attempts/a1', reviews: '/attempts/a1/reviews', desk: '/review/a1', group: '/groups/g1' }[
        target.kind
      ],
    ).toBe(href);
  });

  it('has words for every kind', () => {
    const kinds = noticeSchema.options.map((option) => option.shape.kind.value);
    expect(kinds.filter((kind) => !TEXTS.some(([notice]) => notice.kind === kind))).toEqual([]);
  });

  it('names a case that is gone by its slug, and cuts a name that is none', () => {
    const notice: Notice = { kind: 'share-opened', by: '😀'.repeat(500), ...attempt };
    expect(noticeText(notice, null).text).toBe(
      `${'😀'.repeat(80)}… accepted your attempt at visual-search for review.`,
    );
    expect(noticeText({ ...notice, by: '  ' }, null).text).toMatch(/^Somebody accepted/);
  });

  it('leads nowhere outside', () => {
    const notice: Notice = { kind: 'share-opened', by, attemptId: '//evil.example/?x', caseSlug: 'x' };
    expect(noticeText(notice, null).href).toBe('/attempts/%2F%2Fevil.example%2F%3Fx');
  });
});
