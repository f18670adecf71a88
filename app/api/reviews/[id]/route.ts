import { saveReview } from '@/lib/commands/save-review';
import { MAX_REVIEW_BYTES, type ReviewDetail, type SavedReview, saveReviewRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadReview } from '@/lib/loaders/load-review';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const review: ReviewDetail = await loadReview(call, call.params.id, call.now);
    return Response.json(review);
  }),

  PUT: route({ access: 'owner', limit: 'save', body: saveReviewRequest, maxBytes: MAX_REVIEW_BYTES }, async (call) => {
    const saved: SavedReview = await saveReview(call, { reviewId: call.params.id, ...call.body });
    return Response.json(saved);
  }),
});
