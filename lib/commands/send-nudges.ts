import { AppError } from '@/lib/core/app-error';
import type { Notice } from '@/lib/core/review/notice';
import { nudgeWaitMs } from '@/lib/core/review/nudge';
import type { DatabaseTransaction } from '@/lib/db/client';
import { addNotices, type NewNotice } from '@/lib/db/notices';
import { findNudges, insertNudges } from '@/lib/db/nudges';

interface SendNudges {
  readonly senderId: string;
  readonly recipientIds: readonly string[];
  readonly subject: string;
  readonly notice: Notice;
  readonly now: Date;
}

/**
 * Reminds those people who may be reminded now. The caller holds the row that the reminders are about, so that two at once are
 * not both counted as the first.
 *
 * @returns the notices, to be delivered.
 * @throws AppError `rate-limited` when it is too soon for every one of them; without a time when all have had enough.
 */
export async function sendNudges(
  transaction: DatabaseTransaction,
  { senderId, recipientIds, subject, notice, now }: SendNudges,
): Promise<readonly NewNotice[]> {
  const sent = await findNudges(transaction, { senderId, recipientIds, subject });
  const waits = recipientIds.map((id) => ({ id, waitMs: nudgeWaitMs(sent.get(id) ?? [], now) }));
  const ready = waits.filter(({ waitMs }) => waitMs === 0).map(({ id }) => id);
  if (ready.length === 0) throw tooSoon(Math.min(...waits.map(({ waitMs }) => waitMs)));
  await insertNudges(transaction, { senderId, recipientIds: ready, subject, sentAt: now });
  return addNotices(
    transaction,
    ready.map((userId) => ({ userId, createdAt: now, notice })),
  );
}

function tooSoon(waitMs: number): AppError {
  return Number.isFinite(waitMs)
    ? new AppError('rate-limited', 'One reminder a day is enough. Try again tomorrow.', {
        retryAfterSeconds: Math.ceil(waitMs / 1000),
      })
    : new AppError('rate-limited', 'You have reminded them three times, which is as often as it goes.');
}
