import { takeHint } from '@/lib/commands/take-hint';
import { type TakenHints, takeHintRequest } from '@/lib/core/api-types';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write', body: takeHintRequest }, async (call) => {
    const taken: TakenHints = await takeHint(call, { attemptId: call.params.id, ...call.body });
    return Response.json(taken);
  }),
});
