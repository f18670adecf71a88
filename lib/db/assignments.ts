import type { Level, Mode } from '@/lib/core/attempt';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { isAttemptId } from './own-attempt';

type Client = DatabaseClient | DatabaseTransaction;

/** A case that a coach asks the members of a group to work. */
export interface AssignmentRow {
  readonly id: string;
  readonly groupId: string;
  readonly caseSlug: string;
  readonly mode: Mode;
  readonly level: Level;
  readonly note: string;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
}

export async function findAssignment(database: Client, id: string): Promise<AssignmentRow | null> {
  return isAttemptId(id) ? await database.assignment.findUnique({ where: { id } }) : null;
}

/** The assignments of some groups, the newest first. */
export function findAssignmentsOf(database: Client, groupIds: readonly string[]): Promise<AssignmentRow[]> {
  return database.assignment.findMany({
    where: { groupId: { in: [...groupIds] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
}

export function countAssignments(database: Client, groupId: string): Promise<number> {
  return database.assignment.count({ where: { groupId } });
}

export async function insertAssignment(transaction: DatabaseTransaction, assignment: AssignmentRow): Promise<void> {
  await transaction.assignment.create({ data: assignment, select: { id: true } });
}

/** Deletes an assignment of that group. The attempts that were started for it stay with whoever made them. */
export async function deleteAssignment(
  transaction: DatabaseTransaction,
  { id, groupId }: { readonly id: string; readonly groupId: string },
): Promise<boolean> {
  const { count } = await transaction.assignment.deleteMany({ where: { id, groupId } });
  return count === 1;
}
