import { noteLearner } from '@/lib/commands/note-learner';
import { learnerNoteRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  userId: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'member', limit: 'save', body: learnerNoteRequest, maxBytes: 128 * 1024 }, async (call) => {
    await noteLearner(call, { learnerId: call.params.userId, ...call.body, isGuest: call.isGuest });
    return Response.json({});
  }),
});
