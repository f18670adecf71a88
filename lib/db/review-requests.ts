import type { DatabaseClient, DatabaseTransaction } from './client';
import { findClaimSlot } from './live-claims';
import { isAttemptId } from './own-attempt';
import { fromStorableText, toStorableText } from './storable-text';

type Client = DatabaseClient | DatabaseTransaction;

/** One attempt waiting for one coach, who accepted a link, or for the coaches of one group. */
export interface NewRequest {
  readonly id: string;
  readonly attemptId: string;
  readonly candidateId: string;
  readonly caseSlug: string;
  readonly note: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date | null;
  /** When one of those whom it asks had published a review already; null when none has. */
  readonly reviewedAt: Date | null;
  readonly by: { readonly coachId: string; readonly shareId: string } | { readonly groupId: string };
}

/**
 * Stores a request. The caller holds the attempt, so that nobody claims it meanwhile, and has looked that there is none, or the
 * transaction is run again.
 */
export async function insertRequest(transaction: DatabaseTransaction, request: NewRequest): Promise<void> {
  const { by, note, ...rest } = request;
  const claimSlot = rest.reviewedAt === null ? await findClaimSlot(transaction, rest.attemptId) : null;
  await transaction.reviewRequest.create({
    data: { ...rest, ...by, note: toStorableText(note), claimSlot },
    select: { id: true },
  });
}

/** When the first of these coaches published a review of an attempt; null when none has. */
export async function findAnsweredAt(
  database: Client,
  attemptId: string,
  coachIds: readonly string[],
): Promise<Date | null> {
  const row = await database.review.findFirst({
    where: { attemptId, coachId: { in: [...coachIds] }, publishedAt: { not: null } },
    select: { publishedAt: true },
    orderBy: { publishedAt: 'asc' },
  });
  return row?.publishedAt ?? null;
}

/** Whether a coach has accepted that link already. */
export async function hasAccepted(database: Client, shareId: string, coachId: string): Promise<boolean> {
  const row = await database.reviewRequest.findUnique({
    where: { shareId_coachId: { shareId, coachId } },
    select: { id: true },
  });
  return row !== null;
}

export interface GroupRequest {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly note: string;
  readonly requestedAt: Date;
  readonly reviewedAt: Date | null;
}

/** The groups that an attempt is shared with, the one it was shared with first first. */
export async function findGroupRequests(database: Client, attemptId: string): Promise<GroupRequest[]> {
  const rows = await database.reviewRequest.findMany({
    where: { attemptId, groupId: { not: null } },
    select: { id: true, note: true, requestedAt: true, reviewedAt: true, group: { select: { id: true, name: true } } },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ group, note, ...row }) =>
    group === null
      ? []
      : [{ ...row, note: fromStorableText(note), groupId: group.id, groupName: fromStorableText(group.name) }],
  );
}

/** Changes what a request asks to look at. */
export async function setRequestNote(transaction: DatabaseTransaction, id: string, note: string): Promise<void> {
  await transaction.reviewRequest.updateMany({ where: { id }, data: { note: toStorableText(note) } });
}

/** Takes away what was accepted by a link. */
export async function deleteRequestsOfShare(transaction: DatabaseTransaction, shareId: string): Promise<void> {
  await transaction.reviewRequest.deleteMany({ where: { shareId } });
}

/** Takes an attempt back from a group. */
export async function deleteGroupRequest(
  transaction: DatabaseTransaction,
  groupId: string,
  attemptId: string,
): Promise<void> {
  if (isAttemptId(groupId)) await transaction.reviewRequest.deleteMany({ where: { groupId, attemptId } });
}

/** Takes everything of one person back from a group. */
export async function deleteRequestsOfMember(
  transaction: DatabaseTransaction,
  groupId: string,
  candidateId: string,
): Promise<void> {
  await transaction.reviewRequest.deleteMany({ where: { groupId, candidateId } });
}

/**
 * The coaches whom an attempt waits for: who accepted a link that still holds, and the coaches of the groups it is shared
 * with, each once and without the candidate.
 */
export async function findWaitingCoaches(
  database: Client,
  { attemptId, candidateId }: { readonly attemptId: string; readonly candidateId: string },
  now: Date,
): Promise<string[]> {
  const rows = await database.reviewRequest.findMany({
    where: { attemptId, reviewedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: {
      coachId: true,
      group: { select: { members: { where: { role: 'coach' }, select: { userId: true } } } },
    },
  });
  const coaches = rows.flatMap(({ coachId, group }) => [
    ...(coachId === null ? [] : [coachId]),
    ...(group?.members.map(({ userId }) => userId) ?? []),
  ]);
  return [...new Set(coaches)].filter((coachId) => coachId !== candidateId).sort();
}
