/**
 * Prisma's codes for a database that cannot be reached, is full up with work, or gave up waiting. The same request may
 * succeed in a moment.
 */
const PASSING = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);

/** True when an error says that the database, and not the request, is the trouble. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'PrismaClientInitializationError') return true;
  return (
    'code' in error && typeof error.code === 'string' && (PASSING.has(error.code) || error.code === 'ECONNREFUSED')
  );
}
