import type { Level, Mode } from '@/lib/core/attempt';
import { isStepId, type StepId } from '@/lib/core/steps';
import type { DatabaseClient, DatabaseTransaction } from './client';

export interface Attempt {
  readonly id: string;
  readonly userId: string;
  readonly caseSlug: string;
  readonly caseHash: string;
  readonly mode: Mode;
  readonly level: Level;
  readonly createdAt: Date;
  /** The last thing done to it other than saving an answer: saves have their own times. */
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  /** The one step that a small attempt is about; null when it is about all. */
  readonly onlyStep: StepId | null;
  /** The attempt whose open comments this one answers. */
  readonly followsId: string | null;
  readonly assignmentId: string | null;
}

const columns = {
  id: true,
  userId: true,
  caseSlug: true,
  caseHash: true,
  mode: true,
  level: true,
  createdAt: true,
  updatedAt: true,
  submittedAt: true,
  onlyStep: true,
  followsId: true,
  assignmentId: true,
} as const;

type Client = DatabaseClient | DatabaseTransaction;

/** An attempt as the database has it: a column of text may hold anything, and only our own code writes it. */
type AttemptRow = Omit<Attempt, 'onlyStep'> & { readonly onlyStep: string | null };

function toAttempt(row: AttemptRow): Attempt {
  return { ...row, onlyStep: row.onlyStep !== null && isStepId(row.onlyStep) ? row.onlyStep : null };
}

export async function findAttempt(database: Client, id: string): Promise<Attempt | null> {
  const row = await database.attempt.findUnique({ where: { id }, select: columns });
  return row && toAttempt(row);
}

/** A person's attempts, the one started last first. */
export async function findAttemptsOf(database: Client, userId: string, caseSlug?: string): Promise<Attempt[]> {
  const rows = await database.attempt.findMany({
    where: { userId, ...(caseSlug === undefined ? {} : { caseSlug }) },
    select: columns,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(toAttempt);
}

/** Several attempts at once, in no order; those that are gone are left out. */
export async function findAttemptsByIds(database: Client, ids: readonly string[]): Promise<Attempt[]> {
  const rows = await database.attempt.findMany({ where: { id: { in: [...ids] } }, select: columns });
  return rows.map(toAttempt);
}

export type NewAttempt = Omit<Attempt, 'updatedAt' | 'submittedAt'>;

export async function insertAttempt(database: Client, attempt: NewAttempt): Promise<void> {
  await database.attempt.create({ data: { ...attempt, updatedAt: attempt.createdAt }, select: { id: true } });
}

/**
 * Notes that something was done to an attempt, and keeps everybody else from changing the attempt until the transaction
 * ends.
 *
 * @param state which attempts to take: those still worked on, those submitted.
 * @returns false when there is no such attempt.
 */
export async function lockAttempt(
  transaction: DatabaseTransaction,
  { id, userId }: Pick<Attempt, 'id' | 'userId'>,
  state: 'open' | 'submitted',
  now: Date,
): Promise<boolean> {
  const { count } = await transaction.attempt.updateMany({
    where: { id, userId, submittedAt: state === 'open' ? null : { not: null } },
    data: { updatedAt: now },
  });
  return count === 1;
}

/** Freezes an attempt. Only the first call counts. */
export async function setSubmitted(database: Client, id: string, userId: string, now: Date): Promise<void> {
  await database.attempt.updateMany({
    where: { id, userId, submittedAt: null },
    data: { submittedAt: now, updatedAt: now },
  });
}

/** Deletes an attempt with everything in it. */
export async function deleteAttemptOf(database: Client, id: string, userId: string): Promise<boolean> {
  const { count } = await database.attempt.deleteMany({ where: { id, userId } });
  return count === 1;
}
