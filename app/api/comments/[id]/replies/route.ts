import { replyToComment } from '@/lib/commands/reply-to-comment';
import { type CommentReplyView, replyRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write', body: replyRequest }, async (call) => {
    const reply: CommentReplyView = await replyToComment(call, call.params.id, call.body.text);
    return Response.json(reply, { status: 201 });
  }),
});
