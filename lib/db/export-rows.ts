import { fromStorable } from '@/lib/core/storable-json';
import type { DatabaseClient } from './client';

/** How many rows are read at once, so that an export of any length takes little memory. */
const PAGE = 200;

interface ExportPart {
  /** Its key in the file. */
  readonly name: string;
  /** The models whose rows it holds. */
  readonly models: readonly string[];
  /** A page of rows, `skip` having been read. */
  readonly page: (database: DatabaseClient, userId: string, paging: Paging) => Promise<readonly object[]>;
}

interface Paging {
  readonly skip: number;
  readonly take: number;
}

/** A JSON column as it was given. */
const body = <Row extends { readonly body: unknown }>(row: Row) => ({ ...row, body: fromStorable(row.body) });

const newestSave = {
  orderBy: { revision: 'desc' },
  take: 1,
  select: { revision: true, body: true, savedAt: true },
} as const;

/**
 * What is a person's or about them, besides their account and attempts. Keys to other things (the token of a link) are no
 * data, and what a coach notes about a learner is the coach's: neither is in here.
 */
export const EXPORT_PARTS: readonly ExportPart[] = [
  {
    name: 'groups',
    models: ['Group', 'GroupMember', 'Assignment'],
    page: async (database, userId, paging) => {
      const rows = await database.groupMember.findMany({
        ...paging,
        where: { userId },
        orderBy: { groupId: 'asc' },
        select: {
          role: true,
          joinedAt: true,
          group: {
            select: {
              id: true,
              name: true,
              ownerId: true,
              createdAt: true,
              assignments: {
                select: { caseSlug: true, mode: true, level: true, note: true, dueAt: true, createdAt: true },
              },
            },
          },
        },
      });
      return rows.map(({ role, joinedAt, group: { ownerId, ...group } }) => ({
        ...group,
        role,
        joinedAt,
        isOwner: ownerId === userId,
      }));
    },
  },
  {
    name: 'reviewsAskedFor',
    models: ['ReviewRequest', 'Share'],
    page: (database, userId, paging) =>
      database.reviewRequest.findMany({
        ...paging,
        where: { candidateId: userId },
        orderBy: { id: 'asc' },
        select: {
          attemptId: true,
          note: true,
          requestedAt: true,
          expiresAt: true,
          reviewedAt: true,
          coach: { select: { name: true } },
          group: { select: { name: true } },
        },
      }),
  },
  {
    name: 'links',
    models: ['Share'],
    page: (database, userId, paging) =>
      database.share.findMany({
        ...paging,
        where: { attempt: { userId } },
        orderBy: { id: 'asc' },
        select: { attemptId: true, note: true, createdAt: true, expiresAt: true, revokedAt: true },
      }),
  },
  {
    name: 'reviewsReceived',
    models: ['Review', 'ReviewSave', 'ReviewComment', 'CommentReply', 'SelfReview', 'CommentAnswer'],
    page: async (database, userId, paging) => {
      const rows = await database.review.findMany({
        ...paging,
        where: { attempt: { userId }, publishedAt: { not: null } },
        orderBy: { id: 'asc' },
        select: {
          id: true,
          attemptId: true,
          coachName: true,
          publishedAt: true,
          helped: true,
          ratedAt: true,
          attempt: { select: { selfReview: { select: { body: true, skipped: true, savedAt: true } } } },
          saves: newestSave,
          comments: {
            orderBy: { position: 'asc' },
            select: {
              kind: true,
              step: true,
              quote: true,
              text: true,
              state: true,
              changedAt: true,
              replies: { orderBy: { createdAt: 'asc' }, select: { authorName: true, text: true, createdAt: true } },
              answers: { select: { attemptId: true, answered: true, changedAt: true } },
            },
          },
        },
      });
      return rows.map(({ attempt: { selfReview }, saves, comments, ...review }) => {
        const ownMarks = selfReview && body(selfReview);
        // On every screen the candidate marks first; the file is no way around it.
        if (ownMarks === null)
          return {
            id: review.id,
            attemptId: review.attemptId,
            coachName: review.coachName,
            publishedAt: review.publishedAt,
            heldBack: 'Mark yourself first.',
          };
        const shown = comments.map((comment) => ({ ...comment, quote: fromStorable(comment.quote) }));
        return { ...review, review: fromStorable(saves[0]?.body), comments: shown, ownMarks };
      });
    },
  },
  {
    name: 'reviewsWritten',
    models: ['Review', 'ReviewSave'],
    page: async (database, userId, paging) => {
      const rows = await database.review.findMany({
        ...paging,
        where: { coachId: userId },
        orderBy: { id: 'asc' },
        select: { id: true, attemptId: true, createdAt: true, publishedAt: true, helped: true, saves: newestSave },
      });
      return rows.map(({ saves, ...review }) => ({ ...review, review: fromStorable(saves[0]?.body ?? null) }));
    },
  },
  {
    name: 'repliesWritten',
    models: ['CommentReply'],
    page: (database, userId, paging) =>
      database.commentReply.findMany({
        ...paging,
        where: { authorId: userId },
        orderBy: { id: 'asc' },
        select: { commentId: true, text: true, createdAt: true },
      }),
  },
  {
    name: 'savedReplies',
    models: ['SavedReply'],
    page: (database, userId, paging) =>
      database.savedReply.findMany({
        ...paging,
        where: { coachId: userId },
        orderBy: { id: 'asc' },
        select: { title: true, text: true, changedAt: true },
      }),
  },
  {
    name: 'notesAboutLearners',
    models: ['LearnerNote'],
    page: (database, userId, paging) =>
      database.learnerNote.findMany({
        ...paging,
        where: { coachId: userId },
        orderBy: { learnerId: 'asc' },
        select: { learner: { select: { name: true } }, text: true, changedAt: true },
      }),
  },
  {
    name: 'notices',
    models: ['Notice'],
    page: async (database, userId, paging) => {
      const rows = await database.notice.findMany({
        ...paging,
        where: { userId },
        orderBy: { id: 'asc' },
        select: { kind: true, body: true, createdAt: true, readAt: true },
      });
      return rows.map(body);
    },
  },
  {
    name: 'nudges',
    models: ['Nudge'],
    page: async (database, userId, paging) => {
      const rows = await database.nudge.findMany({
        ...paging,
        where: { OR: [{ senderId: userId }, { recipientId: userId }] },
        orderBy: { id: 'asc' },
        select: { senderId: true, subject: true, sentAt: true, sender: { select: { name: true } } },
      });
      return rows.map(({ senderId, sender, ...nudge }) => ({
        ...nudge,
        from: senderId === userId ? 'me' : sender.name,
      }));
    },
  },
  {
    name: 'findings',
    models: ['StepMatch', 'MatchCorrection', 'MatchReveal'],
    page: async (database, userId, paging) => {
      const rows = await database.attempt.findMany({
        ...paging,
        where: { userId, OR: [{ matches: { some: {} } }, { corrections: { some: {} } }, { reveals: { some: {} } }] },
        orderBy: { id: 'asc' },
        select: {
          id: true,
          matches: {
            orderBy: { createdAt: 'asc' },
            select: { step: true, matcherVersion: true, encoder: true, caseHash: true, results: true, createdAt: true },
          },
          corrections: {
            select: { step: true, expectationId: true, verdict: true, quote: true, correctedAt: true },
          },
          reveals: { select: { step: true, revealedAt: true } },
        },
      });
      return rows.map(({ id, matches, corrections, reveals }) => ({
        attemptId: id,
        matches: matches.map((match) => ({ ...match, results: fromStorable(match.results) })),
        corrections: corrections.map((correction) => ({ ...correction, quote: fromStorable(correction.quote) })),
        reveals,
      }));
    },
  },
];

/** The rows of a part, one after the other. */
export async function* exportRows(database: DatabaseClient, userId: string, part: ExportPart): AsyncGenerator<object> {
  for (let skip = 0; ; skip += PAGE) {
    const rows = await part.page(database, userId, { skip, take: PAGE });
    yield* rows;
    if (rows.length < PAGE) return;
  }
}
