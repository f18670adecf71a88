import { findCase } from '@/lib/content/library';
import { packetPage } from '@/lib/content/packet-page';
import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { packetData } from '@/lib/core/review/packet-data';
import { findCurrentAnswers } from '@/lib/db/answers';
import { findPacketStamp, passagesBySlot } from '@/lib/db/frozen-answers';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { asReadable } from '@/lib/db/readable-attempt';
import { findAttemptStanding } from '@/lib/db/standing';
import { packetHtml } from './packet-html';
import type { Reader } from './reader';

/**
 * One submitted attempt as a file in which it can be reviewed without a server, for its candidate or a coach.
 *
 * @throws AppError `not-found`, `not-submitted`; `case-broken` when there is no rubric to review it by.
 */
export async function loadPacket(
  { database, userId }: Reader,
  attemptId: string,
  now: Date,
): Promise<{ readonly html: string; readonly caseSlug: string }> {
  const before = await findAttemptStanding(database, attemptId, userId, now);
  authorise('export-packet', before.standing, NO_ATTEMPT);
  const attempt = asReadable(before);
  const study = findCase(attempt.caseSlug);
  if (study === null) throw new AppError('case-broken');
  const saved = await findCurrentAnswers(database, attempt);
  const data = packetData({
    stamp: await findPacketStamp(database, attempt),
    study,
    attempt: { ...attempt, submittedAt: (attempt.submittedAt ?? now).toISOString() },
    answers: Object.fromEntries(Object.entries(saved).map(([slot, { answer }]) => [slot, answer])),
    passages: passagesBySlot(saved),
  });
  return { html: packetHtml(data, packetPage()), caseSlug: attempt.caseSlug };
}
