import { deleteAttempt } from '@/lib/commands/delete-attempt';
import type { AttemptDetail } from '@/lib/core/api-types';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadAttempt } from '@/lib/loaders/load-attempt';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const attempt: AttemptDetail = await loadAttempt(call, call.params.id);
    return Response.json(attempt);
  }),

  DELETE: route({ access: 'owner', limit: 'write' }, async (call) => {
    await deleteAttempt(call, call.params.id);
    return new Response(null, { status: 204 });
  }),
});
