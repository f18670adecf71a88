import { readNotices } from '@/lib/commands/read-notices';
import { readNoticesRequest } from '@/lib/core/review/notice';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  POST: route({ access: 'owner', limit: 'write', body: readNoticesRequest }, async (call) => {
    await readNotices(call, call.body.ids);
    return Response.json({});
  }),
});
