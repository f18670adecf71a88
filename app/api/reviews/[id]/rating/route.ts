import { rateReview } from '@/lib/commands/rate-review';
import { rateRequest } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'owner', limit: 'write', body: rateRequest }, async (call) => {
    await rateReview(call, call.params.id, call.body.helped);
    return Response.json(call.body);
  }),
});
