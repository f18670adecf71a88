import { startAttempt } from '@/lib/commands/start-attempt';
import { type AttemptDetail, type AttemptList, startAttemptRequest } from '@/lib/core/api-types';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadAttempt } from '@/lib/loaders/load-attempt';
import { loadAttempts } from '@/lib/loaders/load-attempts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'anyone', limit: 'read' }, async ({ database, userId, query }) => {
    const attempts = userId === null ? [] : await loadAttempts({ database, userId }, query.get('case') ?? undefined);
    return Response.json({ attempts } satisfies AttemptList);
  }),

  POST: route({ access: 'guest', limit: 'write', body: startAttemptRequest }, async (call) => {
    const id = await startAttempt(call, call.body);
    const attempt: AttemptDetail = await loadAttempt(call, id);
    return Response.json(attempt, { status: 201, headers: { Location: `/api/attempts/${id}` } });
  }),
});
