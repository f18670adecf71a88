import { claimReview } from '@/lib/commands/claim-review';
import type { ClaimedReview, ReceivedReviews } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadReceivedReviews } from '@/lib/loaders/load-received-reviews';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const received: ReceivedReviews = await loadReceivedReviews(call, call.params.id, call.now);
    return Response.json(received);
  }),

  POST: route({ access: 'owner', limit: 'write' }, async (call) => {
    const { isNew, review } = await claimReview(call, call.params.id);
    return Response.json(review satisfies ClaimedReview, {
      status: isNew ? 201 : 200,
      headers: isNew ? { Location: `/api/reviews/${review.id}` } : {},
    });
  }),
});
