import { currentUser } from '@/lib/auth/current-user';
import { database } from '@/lib/db/client';
import type { Reader } from './reader';

/** Who asks for a page, given the headers of the request; null for someone who has saved nothing yet. */
export async function findPageReader(headers: Headers): Promise<Reader | null> {
  const user = await currentUser(headers);
  return user && { database: database(), userId: user.id };
}
