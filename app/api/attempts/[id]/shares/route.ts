import { createShare } from '@/lib/commands/create-share';
import { type ShareList, type ShareView, shareRequest } from '@/lib/core/review/share-api';
import { endpoints } from '@/lib/http/endpoints';
import { ownLink } from '@/lib/http/own-link';
import { route } from '@/lib/http/route';
import { loadShares, viewShare } from '@/lib/loaders/load-shares';

interface Params {
  id: string;
}

const shareUrl = (headers: Headers) => (token: string) => ownLink(`/share/${token}`, headers);

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const list: ShareList = await loadShares(call, call.params.id, call.now, shareUrl(call.headers));
    return Response.json(list);
  }),

  POST: route({ access: 'owner', limit: 'write', body: shareRequest, bodyIsOptional: true }, async (call) => {
    const share: ShareView = viewShare(await createShare(call, call.params.id, call.body), shareUrl(call.headers));
    return Response.json(share, { status: 201, headers: { Location: `/api/shares/${share.id}` } });
  }),
});
