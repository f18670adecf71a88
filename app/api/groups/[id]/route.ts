import { deleteGroup } from '@/lib/commands/delete-group';
import { renameGroup } from '@/lib/commands/rename-group';
import { type GroupDetail, groupRequest } from '@/lib/core/review/group-api';
import { endpoints } from '@/lib/http/endpoints';
import { ownLink } from '@/lib/http/own-link';
import { route } from '@/lib/http/route';
import { loadGroup } from '@/lib/loaders/load-group';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const inviteUrl = (token: string) => ownLink(`/groups/join/${token}`, call.headers);
    const group: GroupDetail = await loadGroup(call, call.params.id, inviteUrl);
    return Response.json(group);
  }),

  PATCH: route({ access: 'owner', limit: 'write', body: groupRequest }, async (call) => {
    await renameGroup(call, call.params.id, call.body.name);
    return Response.json({ id: call.params.id, name: call.body.name });
  }),

  DELETE: route({ access: 'owner', limit: 'write' }, async (call) => {
    await deleteGroup(call, call.params.id);
    return new Response(null, { status: 204 });
  }),
});
