import { moveGuestRows } from '@/lib/db/move-guest';
import type { Actor } from './actor';

/**
 * What a guest did becomes the account's in which they have just signed in; the guest is no more. Once is enough: a second
 * call changes nothing.
 */
export async function adoptGuest({ database, userId }: Omit<Actor, 'now'>, guestId: string): Promise<void> {
  if (guestId !== userId) await moveGuestRows(database, guestId, userId);
}
