import { joinGroup } from '@/lib/commands/join-group';
import { type JoinedGroup, joinGroupRequest } from '@/lib/core/review/group-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  POST: route({ access: 'member', limit: 'write', body: joinGroupRequest }, async (call) => {
    const groupId = await joinGroup(call, call.body.token);
    return Response.json({ groupId } satisfies JoinedGroup);
  }),
});
