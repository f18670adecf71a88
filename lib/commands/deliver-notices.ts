import { findCase } from '@/lib/content/library';
import { noticeText } from '@/lib/core/review/notice-text';
import type { DatabaseClient } from '@/lib/db/client';
import type { NewNotice } from '@/lib/db/notices';
import { findNoticeAddresses } from '@/lib/db/people';
import { appLink, mailer } from '@/lib/mail/mailer';
import { settings } from '@/lib/settings';

/**
 * Sends notices by e-mail to those who want that, where the server can send any. Call it when what they tell of is
 * committed; nobody waits for it, and a mail that cannot be sent is a line in the log: the notice itself is stored.
 */
export function deliverNotices(database: DatabaseClient, notices: readonly NewNotice[]): void {
  if (notices.length === 0 || !mailer().configured) return;
  send(database, notices).catch((error: unknown) => console.error('Notices were not sent by e-mail:', error));
}

async function send(database: DatabaseClient, notices: readonly NewNotice[]): Promise<void> {
  const addresses = await findNoticeAddresses(
    database,
    notices.map(({ userId }) => userId),
  );
  for (const { userId, notice } of notices) {
    const to = addresses.get(userId);
    if (to === undefined) continue;
    const study = 'caseSlug' in notice ? findCase(notice.caseSlug) : null;
    const { text, href } = noticeText(notice, study?.title ?? null);
    await mailer().send({
      to,
      subject: text,
      text: [
        text,
        appLink(href, settings()),
        `You can choose in your settings not to get these: ${appLink('/settings', settings())}`,
      ].join('\n\n'),
    });
  }
}
