import { recordTime } from '@/lib/commands/record-time';
import { recordTimeRequest } from '@/lib/core/api-types';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'owner', limit: 'write', body: recordTimeRequest }, async (call) => {
    await recordTime(call, call.params.id, call.body.segments);
    return Response.json({});
  }),
});
