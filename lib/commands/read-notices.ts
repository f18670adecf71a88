import { setNoticesRead } from '@/lib/db/notices';
import type { Actor } from './actor';

/** Notes that one has read notices, those of `ids` or all. What is another's stays as it is. */
export async function readNotices({ database, userId, now }: Actor, ids: readonly string[] | undefined): Promise<void> {
  await setNoticesRead(database, userId, ids, now);
}
