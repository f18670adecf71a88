import { publishReview } from '@/lib/commands/publish-review';
import { type PublishedReview, publishRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write', body: publishRequest, bodyIsOptional: true }, async (call) => {
    const published: PublishedReview = await publishReview(call, { reviewId: call.params.id, ...call.body });
    return Response.json(published);
  }),
});
