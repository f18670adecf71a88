import { makeGroup } from '@/lib/commands/make-group';
import { type GroupList, groupRequest, type MadeGroup } from '@/lib/core/review/group-api';
import { endpoints } from '@/lib/http/endpoints';
import { ownLink } from '@/lib/http/own-link';
import { route } from '@/lib/http/route';
import { loadGroups } from '@/lib/loaders/load-groups';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'anyone', limit: 'read' }, async ({ database, userId }) => {
    const list: GroupList = userId === null ? { groups: [] } : await loadGroups({ database, userId });
    return Response.json(list);
  }),

  POST: route({ access: 'member', limit: 'write', body: groupRequest }, async (call) => {
    const { id, name, inviteToken: token } = await makeGroup(call, call.body.name);
    const made: MadeGroup = { id, name, token, inviteUrl: ownLink(`/groups/join/${token}`, call.headers) };
    return Response.json(made, { status: 201, headers: { Location: `/api/groups/${id}` } });
  }),
});
