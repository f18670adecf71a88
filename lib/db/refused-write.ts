import { driverCause } from './unavailable';

/** Prisma's code of a write that the database's own rules refused. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** The same of a raw statement, in the driver's words. */
function kindOf(error: unknown): string | undefined {
  return error instanceof Error ? driverCause(error)?.kind : undefined;
}

/** True when something with the same unique value is there already. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === 'P2002' || kindOf(error) === 'UniqueConstraintViolation';
}

/** True when the row that a new one belongs to is gone. */
export function isOwnerGone(error: unknown): boolean {
  return codeOf(error) === 'P2003' || kindOf(error) === 'ForeignKeyConstraintViolation';
}
