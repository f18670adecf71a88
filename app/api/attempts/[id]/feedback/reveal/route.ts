import { revealFindings } from '@/lib/commands/reveal-findings';
import { feedbackRequest } from '@/lib/core/feedback/feedback-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write', body: feedbackRequest }, async (call) => {
    await revealFindings(call, { attemptId: call.params.id, ...call.body });
    return Response.json({});
  }),
});
