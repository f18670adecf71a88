import { z } from 'zod';

/**
 * Something that happened, for one person to see. What is stored names the things; the words are made when it is read
 * (notice-text.ts), so that a case that was renamed has its new name.
 */
const id = z.string();
const name = z.string();
/** Where an attempt and its case are named. */
const aboutAttempt = { attemptId: id, caseSlug: z.string() };
const aboutGroup = { groupId: id, groupName: name };
/** Whose notice it is: the two of them read a review in different places. */
const reader = z.enum(['candidate', 'coach']);

export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('review-published'), by: name, reviewId: id, ...aboutAttempt }),
  z.object({ kind: z.literal('comment-reply'), by: name, reader, commentId: id, ...aboutAttempt }),
  z.object({ kind: z.literal('comment-resolved'), by: name, reader, commentId: id, ...aboutAttempt }),
  z.object({ kind: z.literal('share-opened'), by: name, ...aboutAttempt }),
  /** `groupName` is null when it came by a link. */
  z.object({ kind: z.literal('review-requested'), by: name, groupName: name.nullable(), ...aboutAttempt }),
  z.object({ kind: z.literal('claimed'), by: name, ...aboutAttempt }),
  z.object({
    kind: z.literal('assigned'),
    by: name,
    assignmentId: id,
    caseSlug: z.string(),
    dueAt: z.iso.datetime().nullable(),
    ...aboutGroup,
  }),
  z.object({ kind: z.literal('joined'), by: name, ...aboutGroup }),
  /** `review`: to a coach; the other two to the candidate. */
  z.object({ kind: z.literal('nudge'), by: name, about: z.enum(['review', 'replies', 'attempt']), ...aboutAttempt }),
  z.object({ kind: z.literal('nudge-assignment'), by: name, assignmentId: id, caseSlug: z.string(), ...aboutGroup }),
]);
export type Notice = z.infer<typeof noticeSchema>;

const time = z.iso.datetime();

/** A notice as it is read. */
export const noticeView = z.object({
  id: z.string(),
  kind: z.string(),
  createdAt: time,
  readAt: time.nullable(),
  text: z.string(),
  /** Where it leads, in this app; null when that is gone, or no longer theirs to open. */
  href: z.string().nullable(),
});
export type NoticeView = z.infer<typeof noticeView>;

export const NOTICE_PAGE_SIZE = 30;
/** Newest first. `nextCursor` goes into `?cursor=` to read on; null at the end. */
export const noticePage = z.object({
  notices: z.array(noticeView),
  nextCursor: z.string().nullable(),
  /** How many are unread in all, counted to 100. */
  unread: z.int().min(0),
});
export type NoticePage = z.infer<typeof noticePage>;

/** Without `ids`: all of them. */
export const readNoticesRequest = z.strictObject({
  ids: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))
    .max(200)
    .optional(),
});
