import { nudgeMember } from '@/lib/commands/nudge-member';
import { type Nudged, nudgeMemberRequest } from '@/lib/core/review/nudge';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
  assignmentId: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write', body: nudgeMemberRequest }, async (call) => {
    const { id, assignmentId } = call.params;
    const sent: Nudged = await nudgeMember(call, { groupId: id, assignmentId, memberId: call.body.userId });
    return Response.json(sent, { status: 201 });
  }),
});
