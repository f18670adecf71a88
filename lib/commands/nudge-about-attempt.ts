import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import { authorise } from '@/lib/core/review/access';
import { attemptSubject, type Nudged } from '@/lib/core/review/nudge';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findName } from '@/lib/db/people';
import { findWaitingCoaches } from '@/lib/db/review-requests';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findAttemptStanding } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { deliverNotices } from './deliver-notices';
import { sendNudges } from './send-nudges';

/**
 * Reminds the coaches who have one's attempt and have not reviewed it; or, by a coach, the candidate of what is open.
 *
 * @param about what a coach reminds of; the candidate leaves it out.
 * @throws AppError `not-found`, `needs-account`, `not-submitted`; `no-coach` when nobody has it; `rate-limited`; `invalid`.
 */
export async function nudgeAboutAttempt(
  { database, userId, now }: Actor,
  attemptId: string,
  about: 'replies' | 'attempt' | undefined,
): Promise<Nudged> {
  const told = await inTransaction(database, async (transaction) => {
    if (!(await lockAttemptRow(transaction, attemptId))) throw new AppError('not-found', NO_ATTEMPT);
    const { attempt, standing } = await findAttemptStanding(transaction, attemptId, userId, now);
    const { isOwner } = standing;
    authorise(isOwner ? 'nudge-coaches' : 'nudge-candidate', standing, NO_ATTEMPT);
    if (!isOwner && about === undefined) throw invalid('about', 'Say what of: replies or attempt.');
    const candidateId = attempt.userId;
    const recipientIds = isOwner
      ? await findWaitingCoaches(transaction, { attemptId, candidateId }, now)
      : [candidateId];
    if (recipientIds.length === 0) throw new AppError('no-coach');
    const by = await findName(transaction, userId);
    return sendNudges(transaction, {
      senderId: userId,
      recipientIds,
      subject: attemptSubject(attemptId),
      notice: {
        kind: 'nudge',
        by,
        about: isOwner ? 'review' : (about ?? 'attempt'),
        attemptId,
        caseSlug: attempt.caseSlug,
      },
      now,
    });
  });
  deliverNotices(database, told);
  return { sent: told.length };
}
