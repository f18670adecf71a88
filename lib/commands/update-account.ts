import type { UpdateAccountRequest } from '@/lib/core/account-api';
import { updateAccountRow } from '@/lib/db/own-account';
import type { Actor } from './actor';

/** Changes the name that others see, and whether notices also come by e-mail. */
export async function updateAccount(
  { database, userId }: Omit<Actor, 'now'>,
  change: UpdateAccountRequest,
): Promise<void> {
  await updateAccountRow(database, userId, change);
}
