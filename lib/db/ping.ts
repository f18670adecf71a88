import type { DatabaseClient } from './client';

/** True when the database answers within the time, and has the tables. Which error it was is told to the log. */
export async function pingDatabase(database: DatabaseClient, timeoutMs = 3000): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer in ${timeoutMs} ms.`)), timeoutMs);
  });
  try {
    await Promise.race([database.$queryRaw`SELECT "id" FROM "User" LIMIT 1`, tooLate]);
    return true;
  } catch (error) {
    console.error('The database does not answer:', error instanceof Error ? error.message.trim() : error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}
