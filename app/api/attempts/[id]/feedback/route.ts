import { lookThroughStep } from '@/lib/commands/look-through-step';
import { type AttemptFeedback, type FoundInStep, feedbackRequest } from '@/lib/core/feedback/feedback-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadFeedback, loadStepFeedback } from '@/lib/loaders/load-feedback';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const feedback: AttemptFeedback = await loadFeedback(call, call.params.id);
    return Response.json(feedback);
  }),

  POST: route({ access: 'owner', limit: 'feedback', body: feedbackRequest }, async (call) => {
    const { step } = call.body;
    await lookThroughStep(call, { attemptId: call.params.id, step });
    const feedback = await loadStepFeedback(call, call.params.id, step);
    return Response.json({ feedback } satisfies FoundInStep);
  }),
});
