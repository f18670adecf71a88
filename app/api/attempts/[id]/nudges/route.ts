import { nudgeAboutAttempt } from '@/lib/commands/nudge-about-attempt';
import { type Nudged, nudgeRequest } from '@/lib/core/review/nudge';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write', body: nudgeRequest }, async (call) => {
    const sent: Nudged = await nudgeAboutAttempt(call, call.params.id, call.body.about);
    return Response.json(sent, { status: 201 });
  }),
});
