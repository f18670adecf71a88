/** Prisma's code of a write that the database's own rules refused. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** True when something with the same unique value is there already. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === 'P2002';
}

/** True when the row that a new one belongs to is gone. */
export function isOwnerGone(error: unknown): boolean {
  return codeOf(error) === 'P2003';
}
