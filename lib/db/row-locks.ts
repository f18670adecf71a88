import type { DatabaseTransaction } from './client';
import { isAttemptId } from './own-attempt';

/*
 * Keeps everybody else from changing or deleting a row until the transaction ends; those who lock the same row wait. Who needs
 * several takes the group first, then the attempt: taken in another order they would wait for each other. An update that
 * changes nothing is what both engines understand. Each returns false when the row is gone.
 */

export async function lockGroupRow(transaction: DatabaseTransaction, groupId: string): Promise<boolean> {
  if (!isAttemptId(groupId)) return false;
  return (await transaction.$executeRaw`UPDATE "Group" SET "name" = "name" WHERE "id" = ${groupId}`) === 1;
}

export async function lockAttemptRow(transaction: DatabaseTransaction, attemptId: string): Promise<boolean> {
  if (!isAttemptId(attemptId)) return false;
  return (await transaction.$executeRaw`UPDATE "Attempt" SET "caseHash" = "caseHash" WHERE "id" = ${attemptId}`) === 1;
}
