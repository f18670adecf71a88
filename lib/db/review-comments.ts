import { z } from 'zod';
import type { Prisma } from '@/.generated/prisma/sqlite/client';
import { quoteSchema } from '@/lib/core/quote';
import type { CommentView } from '@/lib/core/review/review-api';
import type { CommentDraft } from '@/lib/core/review/review-body';
import { COMMENT_KINDS, type CommentStateWord } from '@/lib/core/review/review-words';
import { STEP_IDS } from '@/lib/core/steps';
import { toStorable } from '@/lib/core/storable-json';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { fromStorableText, toStorableText } from './storable-text';
import { readJsonColumn } from './stored-json';

type Client = DatabaseClient | DatabaseTransaction;

/** The id of a published comment: the review's and the comment's own. */
export const commentIdOf = (reviewId: string, draftId: string) => `${reviewId}.${draftId}`;

/** Whether a text from an address could be the id of a comment. */
export function isCommentId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{8,64}$/.test(text);
}

const kindSchema = z.enum(COMMENT_KINDS);
const stepSchema = z.enum(STEP_IDS);

const columns = {
  id: true,
  reviewId: true,
  kind: true,
  step: true,
  quote: true,
  text: true,
  state: true,
  changedAt: true,
  replies: {
    select: { id: true, authorId: true, authorName: true, text: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.ReviewCommentSelect;

type CommentRow = Prisma.ReviewCommentGetPayload<{ select: typeof columns }>;

function toView(row: CommentRow, userId: string): CommentView {
  return {
    id: row.id,
    reviewId: row.reviewId,
    kind: kindSchema.parse(row.kind),
    step: stepSchema.parse(row.step),
    quote: readJsonColumn(row.quote, quoteSchema, `ReviewComment ${row.id}`),
    text: fromStorableText(row.text),
    state: row.state,
    changedAt: row.changedAt.toISOString(),
    replies: row.replies.map((reply) => ({
      id: reply.id,
      authorName: fromStorableText(reply.authorName),
      isMine: reply.authorId === userId,
      text: fromStorableText(reply.text),
      createdAt: reply.createdAt.toISOString(),
    })),
  };
}

/** The comments of published reviews with their threads, in their order, as one person sees them. */
export async function findComments(
  database: Client,
  reviewIds: readonly string[],
  userId: string,
): Promise<CommentView[]> {
  if (reviewIds.length === 0) return [];
  const rows = await database.reviewComment.findMany({
    where: { reviewId: { in: [...reviewIds] } },
    orderBy: [{ reviewId: 'asc' }, { position: 'asc' }],
    select: columns,
  });
  return rows.map((row) => toView(row, userId));
}

/** The open comments of attempts and, of theirs, those whose id is given, as its candidate sees them. */
export async function findOpenComments(
  database: Client,
  attemptIds: readonly string[],
  alsoIds: readonly string[],
  userId: string,
): Promise<CommentView[]> {
  const rows = await database.reviewComment.findMany({
    where: { attemptId: { in: [...attemptIds] }, OR: [{ state: 'open' }, { id: { in: [...alsoIds] } }] },
    orderBy: [{ reviewId: 'asc' }, { position: 'asc' }],
    select: columns,
  });
  return rows.map((row) => toView(row, userId));
}

export async function findComment(
  database: Client,
  commentId: string,
): Promise<{ readonly reviewId: string; readonly attemptId: string } | null> {
  if (!isCommentId(commentId)) return null;
  return database.reviewComment.findUnique({
    where: { id: commentId },
    select: { reviewId: true, attemptId: true },
  });
}

const words = ({ kind, step, quote, text }: CommentDraft) => ({
  kind,
  step,
  quote: toStorable(quote) as Prisma.InputJsonValue,
  text: toStorableText(text),
});

interface CommentsOf {
  readonly reviewId: string;
  readonly attemptId: string;
  readonly comments: readonly CommentDraft[];
  readonly now: Date;
}

/** Gives every comment of a review the row that its state and its replies hang on. */
export async function insertComments(
  transaction: DatabaseTransaction,
  { reviewId, attemptId, comments, now }: CommentsOf,
): Promise<void> {
  if (comments.length === 0) return;
  await transaction.reviewComment.createMany({
    data: comments.map((comment, position) => ({
      id: commentIdOf(reviewId, comment.id),
      reviewId,
      attemptId,
      position,
      ...words(comment),
      // A strength asks for nothing.
      state: comment.kind === 'strength' ? ('resolved' as const) : ('open' as const),
      changedAt: now,
    })),
  });
}

/** The same for a review that grew: new comments are added, changed ones change, states and replies stay. */
export async function putComments(
  transaction: DatabaseTransaction,
  { reviewId, attemptId, comments, now }: CommentsOf,
): Promise<void> {
  for (const [position, comment] of comments.entries()) {
    const id = commentIdOf(reviewId, comment.id);
    const state = comment.kind === 'strength' ? ('resolved' as const) : ('open' as const);
    await transaction.reviewComment.upsert({
      where: { id },
      create: { id, reviewId, attemptId, position, ...words(comment), state, changedAt: now },
      update: { position, ...words(comment) },
      select: { id: true },
    });
  }
}

/** @returns false when the comment is gone. */
export async function setCommentState(
  database: Client,
  commentId: string,
  state: CommentStateWord,
  now: Date,
): Promise<boolean> {
  const { count } = await database.reviewComment.updateMany({
    where: { id: commentId, state: { not: state } },
    data: { state, changedAt: now },
  });
  return count === 1;
}

export interface NewReply {
  readonly id: string;
  readonly commentId: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly text: string;
  readonly createdAt: Date;
}

export function countReplies(database: Client, commentId: string): Promise<number> {
  return database.commentReply.count({ where: { commentId } });
}

export async function insertReply(database: Client, reply: NewReply): Promise<void> {
  await database.commentReply.create({
    data: { ...reply, authorName: toStorableText(reply.authorName), text: toStorableText(reply.text) },
    select: { id: true },
  });
}

/** What the candidate says of comments in an attempt that follows: by the comment's id. */
export async function findCommentAnswers(database: Client, attemptId: string): Promise<Map<string, boolean>> {
  const rows = await database.commentAnswer.findMany({
    where: { attemptId },
    select: { commentId: true, answered: true },
  });
  return new Map(rows.map(({ commentId, answered }) => [commentId, answered]));
}

export async function putCommentAnswer(
  database: Client,
  { commentId, attemptId, answered, now }: { commentId: string; attemptId: string; answered: boolean; now: Date },
): Promise<void> {
  await database.commentAnswer.upsert({
    where: { commentId_attemptId: { commentId, attemptId } },
    create: { commentId, attemptId, answered, changedAt: now },
    update: { answered, changedAt: now },
    select: { commentId: true },
  });
}
