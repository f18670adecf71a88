import { findCase } from '@/lib/content/library';
import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import { type AttemptStanding, may } from '@/lib/core/review/access';
import { NOTICE_PAGE_SIZE, type NoticePage } from '@/lib/core/review/notice';
import { type NoticeTarget, noticeTarget, noticeText } from '@/lib/core/review/notice-text';
import { parseTimeCursor, timeCursor } from '@/lib/core/review/time-cursor';
import { findGroupsOf } from '@/lib/db/groups';
import { countUnread, findNotices, type StoredNotice } from '@/lib/db/notices';
import { findAttemptStanding } from '@/lib/db/standing';
import type { Reader } from './reader';

const COUNT_TO = 100;

/** Whether each of the pages that notices lead to is there for their reader now. */
async function findOpenTargets(
  { database, userId }: Reader,
  targets: readonly NoticeTarget[],
  now: Date,
): Promise<(target: NoticeTarget) => boolean> {
  const attemptIds = new Set(targets.flatMap((target) => (target.kind === 'group' ? [] : [target.attemptId])));
  const standings = new Map<string, AttemptStanding>();
  // One after the other: a page has thirty at most, and on PostgreSQL all at once would take every connection.
  for (const attemptId of attemptIds) {
    const found = await findAttemptStanding(database, attemptId, userId, now).catch(nullIfGone);
    if (found) standings.set(attemptId, found.standing);
  }
  const isIn = new Set((await findGroupsOf(database, userId)).map(({ id }) => id));
  return (target) => {
    if (target.kind === 'group') return isIn.has(target.groupId);
    const standing = standings.get(target.attemptId);
    if (!standing) return false;
    // The desk is not there for the candidate; the other two are for nobody else.
    return target.kind === 'desk' ? !standing.isOwner && may('claim-review', standing) : may('use-attempt', standing);
  };
}

function nullIfGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'not-found') return null;
  throw error;
}

function view(
  { id, notice, createdAt, readAt }: StoredNotice,
  isOpen: (target: NoticeTarget) => boolean,
): NoticePage['notices'][number] {
  const study = 'caseSlug' in notice ? findCase(notice.caseSlug) : null;
  const { text, href } = noticeText(notice, study?.title ?? null);
  return {
    id,
    kind: notice.kind,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    text,
    href: isOpen(noticeTarget(notice)) ? href : null,
  };
}

/**
 * One page of one's notices, newest first.
 *
 * @throws AppError `invalid` for a cursor that is none of ours.
 */
export async function loadNotices(reader: Reader, cursor: string | null, now: Date): Promise<NoticePage> {
  const { database, userId } = reader;
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
  const isOpen = await findOpenTargets(
    reader,
    page.map(({ notice }) => noticeTarget(notice)),
    now,
  );
  return {
    notices: page.map((one) => view(one, isOpen)),
    nextCursor: notices.length > page.length && last ? timeCursor({ at: last.createdAt, id: last.id }) : null,
    unread,
  };
}

/** How many notices one has not read, counted to 100, for the header. */
export function loadUnreadCount({ database, userId }: Reader): Promise<number> {
  return countUnread(database, userId, COUNT_TO);
}
