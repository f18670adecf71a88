/** Prisma's codes for a database that cannot be reached, is full up with work, or gave up waiting. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);

/** The same for raw statements, where the driver's own words stand in `meta`. */
const DRIVER_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionWriteConflict',
]);

/** PostgreSQL's classes for a lost connection, a lack of resources, and a server that is shutting down or starting. */
const SQLSTATE = /^(08|53|57P)/;

interface DriverCause {
  readonly kind?: string;
  readonly originalCode?: string;
}

/** True when an error says that the database, and not the request, is the trouble: in a moment the same may succeed. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'PrismaClientInitializationError') return true;
  if ('code' in error && typeof error.code === 'string' && PRISMA_CODES.has(error.code)) return true;
  const cause = driverCause(error);
  return DRIVER_KINDS.has(cause?.kind ?? '') || SQLSTATE.test(cause?.originalCode ?? '');
}

/** What the driver said of an error, where Prisma hands it on. */
export function driverCause(error: Error): DriverCause | undefined {
  const meta =
    'meta' in error ? (error.meta as { driverAdapterError?: { cause?: DriverCause } } | undefined) : undefined;
  return meta?.driverAdapterError?.cause;
}
