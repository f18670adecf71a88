import type { NoticePage } from '@/lib/core/review/notice';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadNotices } from '@/lib/loaders/load-notices';

const NONE: NoticePage = { notices: [], nextCursor: null, unread: 0 };

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'anyone', limit: 'read' }, async ({ database, userId, query, now }) => {
    const page = userId === null ? NONE : await loadNotices({ database, userId }, query.get('cursor'), now);
    return Response.json(page);
  }),
});
