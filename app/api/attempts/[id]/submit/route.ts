import { submitAttempt } from '@/lib/commands/submit-attempt';
import type { SubmittedAttempt } from '@/lib/core/api-types';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write' }, async (call) => {
    const submitted: SubmittedAttempt = await submitAttempt(call, call.params.id);
    return Response.json(submitted);
  }),
});
