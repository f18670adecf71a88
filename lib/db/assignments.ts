import type { Level, Mode } from '@/lib/core/attempt';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { isAttemptId } from './own-attempt';
import { fromStorableText, toStorableText } from './storable-text';

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

const toAssignment = (row: AssignmentRow): AssignmentRow => ({ ...row, note: fromStorableText(row.note) });

export async function findAssignment(database: Client, id: string): Promise<AssignmentRow | null> {
  const row = isAttemptId(id) ? await database.assignment.findUnique({ where: { id } }) : null;
  return row && toAssignment(row);
}

/** The assignments of some groups, the newest first. */
export async function findAssignmentsOf(database: Client, groupIds: readonly string[]): Promise<AssignmentRow[]> {
  const rows = await database.assignment.findMany({
    where: { groupId: { in: [...groupIds] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(toAssignment);
}

export function countAssignments(database: Client, groupId: string): Promise<number> {
  return database.assignment.count({ where: { groupId } });
}

export async function insertAssignment(transaction: DatabaseTransaction, assignment: AssignmentRow): Promise<void> {
  await transaction.assignment.create({
    data: { ...assignment, note: toStorableText(assignment.note) },
    select: { id: true },
  });
}

/** Deletes an assignment of that group. The attempts that were started for it stay with whoever made them. */
export async function deleteAssignment(
  transaction: DatabaseTransaction,
  { id, groupId }: { readonly id: string; readonly groupId: string },
): Promise<boolean> {
  if (!isAttemptId(id)) return false;
  const { count } = await transaction.assignment.deleteMany({ where: { id, groupId } });
  return count === 1;
}
