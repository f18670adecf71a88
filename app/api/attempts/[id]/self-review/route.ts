import { markSelf } from '@/lib/commands/mark-self';
import { MAX_REVIEW_BYTES, type SelfReviewView, selfReviewRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadSelfReview } from '@/lib/loaders/load-self-review';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const marks: SelfReviewView = await loadSelfReview(call, call.params.id, call.now);
    return Response.json(marks);
  }),

  PUT: route({ access: 'owner', limit: 'save', body: selfReviewRequest, maxBytes: MAX_REVIEW_BYTES }, async (call) => {
    const marks: SelfReviewView = await markSelf(call, { attemptId: call.params.id, ...call.body });
    return Response.json(marks);
  }),
});
