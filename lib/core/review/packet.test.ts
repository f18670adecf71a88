import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameReview, mergeReviews, PACKET_VERSION, type PacketReview, packetMisfit, packetReview } from './packet';
import { type CommentDraft, EMPTY_REVIEW, MAX_COMMENTS, type ReviewBody } from './review-body';

const comment = (id: string, text: string): CommentDraft => ({
  id,
  kind: 'gap',
  step: 'data',
  quote: { slot: 'data', path: 'text', start: 0, end: 1, text: 'a' },
  text,
});
const review = (more: Partial<ReviewBody>): ReviewBody => ({ ...EMPTY_REVIEW, ...more });

const anyReview: fc.Arbitrary<ReviewBody> = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom('comment-a', 'comment-b', 'comment-c', 'comment-d')),
    text: fc.string(),
    summary: fc.string(),
    absent: fc.subarray(['data/one', 'data/two', 'model/one']),
    verdict: fc.constantFrom(null, 'lean-hire' as const, 'no-hire' as const),
  })
  .map(({ ids, text, summary, absent, verdict }) =>
    review({
      comments: ids.map((id) => comment(id, text)),
      summary,
      expectations: Object.fromEntries(absent.map((key) => [key, { mark: 'absent' as const, quote: null }])),
      verdict: verdict && { verdict, reason: '' },
    }),
  );

describe('mergeReviews', () => {
  it('keeps what only one has, and takes the newer where both have it', () => {
    const stored = review({ comments: [comment('comment-a', 'old'), comment('comment-b', 'b')], summary: 'old' });
    const incoming = review({ comments: [comment('comment-a', 'new'), comment('comment-c', 'c')], summary: 'new' });
    const newer = mergeReviews(stored, incoming, true);
    expect(newer?.comments.map(({ text }) => text)).toEqual(['new', 'b', 'c']);
    expect(newer?.summary).toBe('new');
    const older = mergeReviews(stored, incoming, false);
    expect(older?.comments.map(({ text }) => text)).toEqual(['old', 'b', 'c']);
    expect(older?.summary).toBe('old');
  });

  it('refuses more comments than a review can hold', () => {
    const full = (prefix: string) =>
      review({ comments: Array.from({ length: MAX_COMMENTS }, (_, i) => comment(`${prefix}-comment-${i}`, '')) });
    expect(mergeReviews(full('a'), full('b'), true)).toBeNull();
    expect(mergeReviews(full('a'), full('a'), true)).not.toBeNull();
  });

  it('changes nothing the second time, and nothing when merged with itself', () => {
    fc.assert(
      fc.property(anyReview, anyReview, fc.boolean(), (stored, incoming, isNewer) => {
        const once = mergeReviews(stored, incoming, isNewer) ?? EMPTY_REVIEW;
        for (const again of [true, false]) {
          expect(mergeReviews(once, isNewer ? incoming : once, again)).toEqual(once);
        }
        expect(isSameReview(mergeReviews(once, incoming, false) ?? EMPTY_REVIEW, once)).toBe(true);
        expect(isSameReview(mergeReviews(stored, stored, true) ?? EMPTY_REVIEW, stored)).toBe(true);
      }),
    );
  });

  it('loses no comment', () => {
    fc.assert(
      fc.property(anyReview, anyReview, fc.boolean(), (stored, incoming, isNewer) => {
        const ids = mergeReviews(stored, incoming, isNewer)?.comments.map(({ id }) => id) ?? [];
        expect(new Set(ids)).toEqual(new Set([...stored.comments, ...incoming.comments].map(({ id }) => id)));
        expect(ids).toHaveLength(new Set(ids).size);
      }),
    );
  });
});

describe('a packet', () => {
  const stamp = { warmstartPacket: PACKET_VERSION, attemptId: 'attempt-1', answersHash: 'a'.repeat(64) };
  const packet: PacketReview = {
    ...stamp,
    packetId: 'packet-1',
    coachName: 'Cleo',
    savedAt: '2026-01-01T00:00:00.000Z',
    review: EMPTY_REVIEW,
  };

  it.each([
    ['fits', {}, null],
    ['is of another attempt', { attemptId: 'attempt-2' }, /another attempt/],
    ['has other answers', { answersHash: 'b'.repeat(64) }, /not the answers/],
    ['is of another version', { warmstartPacket: 2 }, /version 2/],
  ])('%s', (_, more, reason) => {
    const misfit = packetMisfit({ ...stamp, ...more }, stamp);
    if (reason === null) expect(misfit).toBeNull();
    else expect(misfit).toMatch(reason);
  });

  it.each([
    ['no name', { coachName: '  ' }],
    ['a name that is too long', { coachName: 'x'.repeat(81) }],
    ['a hostile id', { packetId: '../../etc' }],
    ['something else', { extra: true }],
    [
      'two comments with one id',
      { review: review({ comments: [comment('comment-a', ''), comment('comment-a', '')] }) },
    ],
    [
      'an expectation key that is a prototype',
      { review: { ...EMPTY_REVIEW, expectations: JSON.parse('{"__proto__x": 1}') } },
    ],
    ['a time that is none', { savedAt: 'yesterday' }],
  ])('is refused with %s', (_, more) => {
    expect(packetReview.safeParse(packet).success).toBe(true);
    expect(packetReview.safeParse({ ...packet, ...more }).success).toBe(false);
  });
});
