import type { DatabaseClient, DatabaseTransaction } from './client';

type Client = DatabaseClient | DatabaseTransaction;

/** The names of some people, by id; those whose account is gone are left out. */
export async function findNames(database: Client, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The name of one person; empty when the account is gone. */
export async function findName(database: Client, id: string): Promise<string> {
  return (await findNames(database, [id])).get(id) ?? '';
}

/** Whether somebody is a guest, that is, without an account. */
export async function findIsGuest(database: Client, id: string): Promise<boolean> {
  const row = await database.user.findUnique({ where: { id }, select: { isAnonymous: true } });
  return row === null || row.isAnonymous === true;
}

/** Where notices for these people may go by e-mail: not to guests, nor to those who want none. */
export async function findNoticeAddresses(database: Client, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.user.findMany({
    where: { id: { in: [...new Set(ids)] }, emailNotices: true, OR: [{ isAnonymous: false }, { isAnonymous: null }] },
    select: { id: true, email: true },
  });
  return new Map(rows.map(({ id, email }) => [id, email]));
}
