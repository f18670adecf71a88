import { revokeShare } from '@/lib/commands/revoke-share';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  DELETE: route({ access: 'owner', limit: 'write' }, async (call) => {
    await revokeShare(call, call.params.id);
    return new Response(null, { status: 204 });
  }),
});
