import { answerComment } from '@/lib/commands/answer-comment';
import { commentAnswerRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
  commentId: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'owner', limit: 'write', body: commentAnswerRequest }, async (call) => {
    const { id, commentId } = call.params;
    await answerComment(call, { attemptId: id, commentId, ...call.body });
    return Response.json(call.body);
  }),
});
