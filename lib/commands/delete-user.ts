import { deleteUserRows } from '@/lib/db/users';
import type { Actor } from './actor';

/** Deletes the person with everything that is kept about them. There is no way back. */
export async function deleteUser({ database, userId }: Omit<Actor, 'now'>): Promise<void> {
  await deleteUserRows(database, userId);
}
