import type { DatabaseClient, DatabaseTransaction } from './client';

/** An attempt that somebody started for an assignment. */
export interface AssignedAttempt {
  readonly id: string;
  readonly assignmentId: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  /** Its request in the assignment's group; null when it is not shared with it. */
  readonly request: { readonly requestedAt: Date; readonly reviewedAt: Date | null } | null;
}

/**
 * The attempts for some assignments of one group, of one person or of all who are in the group.
 *
 * @param userId of one person; null for all.
 */
export async function findAssignedAttempts(
  database: DatabaseClient | DatabaseTransaction,
  {
    groupId,
    assignmentIds,
    userId,
  }: {
    readonly groupId: string;
    readonly assignmentIds: readonly string[];
    readonly userId: string | null;
  },
): Promise<AssignedAttempt[]> {
  const rows = await database.attempt.findMany({
    where: {
      assignmentId: { in: [...assignmentIds] },
      ...(userId === null ? { user: { memberships: { some: { groupId } } } } : { userId }),
    },
    select: {
      id: true,
      assignmentId: true,
      userId: true,
      createdAt: true,
      submittedAt: true,
      requests: { where: { groupId }, select: { requestedAt: true, reviewedAt: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ assignmentId, requests, ...row }) =>
    assignmentId === null ? [] : [{ ...row, assignmentId, request: requests[0] ?? null }],
  );
}
