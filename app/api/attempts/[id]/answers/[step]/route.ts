import { saveAnswer } from '@/lib/commands/save-answer';
import { MAX_ANSWER_BYTES, type SavedAnswer, saveAnswerRequest } from '@/lib/core/api-types';
import { directRoutes } from '@/lib/http/direct-routes';
import { endpoints } from '@/lib/http/endpoints';
import { slotParam } from '@/lib/http/path-params';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
  step: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'owner', limit: 'save', body: saveAnswerRequest, maxBytes: MAX_ANSWER_BYTES }, async (call) => {
    const { id, step } = call.params;
    const saved: SavedAnswer = await saveAnswer(call, { attemptId: id, slot: slotParam(step), ...call.body });
    return Response.json(saved);
  }),
});

directRoutes.saveAnswer = PUT;
