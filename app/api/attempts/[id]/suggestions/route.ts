import { suggestFindings } from '@/lib/commands/suggest-findings';
import { feedbackRequest, type Suggestions } from '@/lib/core/feedback/feedback-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadSuggestions } from '@/lib/loaders/load-suggestions';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'member', limit: 'feedback', body: feedbackRequest }, async (call) => {
    const { step } = call.body;
    await suggestFindings(call, { attemptId: call.params.id, step });
    const all = await loadSuggestions(call, call.params.id, call.now);
    return Response.json({ suggestions: all.filter((one) => one.step === step) } satisfies Suggestions);
  }),
});
