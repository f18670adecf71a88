import { changeCommentState } from '@/lib/commands/change-comment-state';
import { commentStateRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'owner', limit: 'write', body: commentStateRequest }, async (call) => {
    await changeCommentState(call, call.params.id, call.body.state);
    return Response.json(call.body);
  }),
});
