import { renewInvite } from '@/lib/commands/renew-invite';
import type { Invite } from '@/lib/core/review/group-api';
import { endpoints } from '@/lib/http/endpoints';
import { ownLink } from '@/lib/http/own-link';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write' }, async (call) => {
    const token = await renewInvite(call, call.params.id);
    const invite: Invite = { token, inviteUrl: ownLink(`/groups/join/${token}`, call.headers) };
    return Response.json(invite);
  }),
});
