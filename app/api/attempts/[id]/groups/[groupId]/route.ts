import { shareWithGroup } from '@/lib/commands/share-with-group';
import { takeBackFromGroup } from '@/lib/commands/take-back-from-group';
import { type GroupShare, groupShareRequest } from '@/lib/core/review/share-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
  groupId: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'owner', limit: 'write', body: groupShareRequest }, async (call) => {
    const { id, groupId } = call.params;
    const shared: GroupShare = await shareWithGroup(call, { attemptId: id, groupId, note: call.body.note });
    return Response.json(shared);
  }),

  DELETE: route({ access: 'owner', limit: 'write' }, async (call) => {
    const { id, groupId } = call.params;
    await takeBackFromGroup(call, { attemptId: id, groupId });
    return new Response(null, { status: 204 });
  }),
});
