import type { DatabaseClient } from './client';

/**
 * The secret of that name, made by the first instance that asks. It is kept in the database and not beside it, so that
 * several instances agree, and a restored backup still knows the sessions that were made under it.
 */
export async function sharedSecret(database: DatabaseClient, name: string, make: () => string): Promise<string> {
  const stored = await database.secret.findUnique({ where: { name } });
  if (stored) return stored.value;
  // Two instances may get here at once: the second insert does nothing, and both read the first.
  const fresh = make();
  await database.$executeRaw`
    INSERT INTO "Secret" ("name", "value") VALUES (${name}, ${fresh}) ON CONFLICT ("name") DO NOTHING`;
  return (await database.secret.findUniqueOrThrow({ where: { name } })).value;
}
