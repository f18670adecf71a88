import { Prisma } from '@/.generated/prisma/sqlite/client';
import { type DatabaseClient, database as processDatabase } from './client';
import { NOT_DURABLE } from './sqlite-adapter';

const SWEEP_EVERY_MS = 3_600_000;
const sweptAtMs = new WeakMap<DatabaseClient, number>();

export interface Limit {
  /** What is counted, and for whom: `guest:203.0.113.7`. */
  readonly key: string;
  /** How many are allowed in a window. */
  readonly max: number;
  readonly windowSeconds: number;
  readonly now: Date;
  readonly database?: DatabaseClient;
}

/**
 * Counts one request and says whether it is within the limit. Windows are fixed: they start at multiples of their length.
 * One statement does it, so requests at the same moment on any number of instances are all counted.
 *
 * @returns `retryAfterSeconds` until the window ends, 0 when allowed.
 */
export async function takeFromLimit({
  key,
  max,
  windowSeconds,
  now,
  database = processDatabase(),
}: Limit): Promise<{ allowed: boolean; retryAfterSeconds: number }> {
  const nowMs = now.getTime();
  const windowMs = windowSeconds * 1000;
  const endsAtMs = (Math.floor(nowMs / windowMs) + 1) * windowMs;
  // An instance whose clock is behind must not start the window anew, hence > and not <>.
  const rows = await database.$queryRaw<{ count: number | bigint; endsAtMs: number | bigint }[]>`
    INSERT INTO "RateLimit" ("key", "count", "endsAtMs") VALUES (${key}, 1, ${endsAtMs})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN excluded."endsAtMs" > "RateLimit"."endsAtMs" THEN 1 ELSE "RateLimit"."count" + 1 END,
      "endsAtMs" = CASE WHEN excluded."endsAtMs" > "RateLimit"."endsAtMs"
        THEN excluded."endsAtMs" ELSE "RateLimit"."endsAtMs" END
    RETURNING "count", "endsAtMs" ${Prisma.raw(NOT_DURABLE)}`;
  const row = rows[0];
  if (!row) throw new Error('The database returned no counter.');
  if (nowMs - (sweptAtMs.get(database) ?? 0) > SWEEP_EVERY_MS) {
    sweptAtMs.set(database, nowMs);
    await database.rateLimit.deleteMany({ where: { endsAtMs: { lt: nowMs } } });
  }
  if (Number(row.count) <= max) return { allowed: true, retryAfterSeconds: 0 };
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((Number(row.endsAtMs) - nowMs) / 1000)) };
}

/** Starts a counter anew. */
export async function forgetLimit(database: DatabaseClient, key: string): Promise<void> {
  await database.rateLimit.deleteMany({ where: { key } });
}
