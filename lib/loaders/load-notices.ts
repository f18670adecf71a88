import { findCase } from '@/lib/content/library';
import { invalid } from '@/lib/core/issues';
import { NOTICE_PAGE_SIZE, type NoticePage } from '@/lib/core/review/notice';
import { noticeText } from '@/lib/core/review/notice-text';
import { parseTimeCursor, timeCursor } from '@/lib/core/review/time-cursor';
import { countUnread, findNotices, type StoredNotice } from '@/lib/db/notices';
import type { Reader } from './reader';

const COUNT_TO = 100;

function view({ id, notice, createdAt, readAt }: StoredNotice): NoticePage['notices'][number] {
  const study = 'caseSlug' in notice ? findCase(notice.caseSlug) : null;
  return {
    id,
    kind: notice.kind,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    ...noticeText(notice, study?.title ?? null),
  };
}

/**
 * One page of one's notices, newest first.
 *
 * @throws AppError `invalid` for a cursor that is none of ours.
 */
export async function loadNotices({ database, userId }: Reader, cursor: string | null): Promise<NoticePage> {
  const after = cursor === null ? null : parseTimeCursor(cursor);
  if (after === undefined) throw invalid('cursor', 'Take the cursor from the page before.');
  const [notices, unread] = await Promise.all([
    findNotices(database, userId, {
      after: after && { createdAt: after.at, id: after.id },
      limit: NOTICE_PAGE_SIZE + 1,
    }),
    countUnread(database, userId, COUNT_TO),
  ]);
  const page = notices.slice(0, NOTICE_PAGE_SIZE);
  const last = page.at(-1);
  return {
    notices: page.map(view),
    nextCursor: notices.length > page.length && last ? timeCursor({ at: last.createdAt, id: last.id }) : null,
    unread,
  };
}

/** How many notices one has not read, counted to 100, for the header. */
export function loadUnreadCount({ database, userId }: Reader): Promise<number> {
  return countUnread(database, userId, COUNT_TO);
}
