import { changeSavedReply } from '@/lib/commands/change-saved-reply';
import { deleteSavedReply } from '@/lib/commands/delete-saved-reply';
import { type SavedReplyView, savedReplyRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'member', limit: 'write', body: savedReplyRequest }, async (call) => {
    const reply: SavedReplyView = await changeSavedReply(call, { id: call.params.id, ...call.body });
    return Response.json(reply);
  }),

  DELETE: route({ access: 'member', limit: 'write' }, async (call) => {
    await deleteSavedReply(call, call.params.id);
    return new Response(null, { status: 204 });
  }),
});
