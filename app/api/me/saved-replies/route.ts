import { addSavedReply } from '@/lib/commands/add-saved-reply';
import { type SavedReplyList, type SavedReplyView, savedReplyRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadSavedReplies } from '@/lib/loaders/load-saved-replies';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'member', limit: 'read' }, async (call) =>
    Response.json({ savedReplies: await loadSavedReplies(call) } satisfies SavedReplyList),
  ),

  POST: route({ access: 'member', limit: 'write', body: savedReplyRequest }, async (call) => {
    const reply: SavedReplyView = await addSavedReply(call, call.body);
    return Response.json(reply, { status: 201 });
  }),
});
