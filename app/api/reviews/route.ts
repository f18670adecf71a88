import { AppError } from '@/lib/core/app-error';
import { checkWith } from '@/lib/core/issues';
import { type QueuePage, queueQuery } from '@/lib/core/review/queue-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadQueue } from '@/lib/loaders/load-queue';

const NOTHING: QueuePage = { items: [], nextCursor: null };

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'anyone', limit: 'read' }, async ({ database, userId, query, now }) => {
    // An empty filter is one that was not chosen.
    const asked = checkWith(queueQuery, Object.fromEntries([...query].filter(([, value]) => value !== '')));
    if (userId === null && asked.group !== undefined) throw new AppError('not-found');
    const page = userId === null ? NOTHING : await loadQueue({ database, userId }, asked, now);
    return Response.json(page);
  }),
});
