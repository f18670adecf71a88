import { acceptShare } from '@/lib/commands/accept-share';
import { type AcceptedShare, acceptShareRequest } from '@/lib/core/review/share-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  POST: route({ access: 'member', limit: 'write', body: acceptShareRequest }, async (call) => {
    const attemptId = await acceptShare(call, call.body.token);
    return Response.json({ attemptId } satisfies AcceptedShare);
  }),
});
