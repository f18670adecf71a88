import { changeMember } from '@/lib/commands/change-member';
import { removeMember } from '@/lib/commands/remove-member';
import { memberRequest } from '@/lib/core/review/group-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
  userId: string;
}

const member = ({ id, userId }: Params) => ({ groupId: id, memberId: userId });

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'owner', limit: 'write', body: memberRequest }, async (call) => {
    await changeMember(call, { ...member(call.params), ...call.body });
    return Response.json({});
  }),

  DELETE: route({ access: 'owner', limit: 'write' }, async (call) => {
    await removeMember(call, member(call.params));
    return new Response(null, { status: 204 });
  }),
});
