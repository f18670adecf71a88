import { createShare } from '@/lib/commands/create-share';
import { type ShareList, type ShareView, shareRequest } from '@/lib/core/review/share-api';
import type { ShareRow } from '@/lib/db/shares';
import { endpoints } from '@/lib/http/endpoints';
import { ownLink } from '@/lib/http/own-link';
import { route } from '@/lib/http/route';
import { loadShares } from '@/lib/loaders/load-shares';

interface Params {
  id: string;
}

const view = (share: ShareRow, headers: Headers): ShareView => ({
  id: share.id,
  url: ownLink(`/share/${share.token}`, headers),
  token: share.token,
  note: share.note,
  createdAt: share.createdAt.toISOString(),
  expiresAt: share.expiresAt?.toISOString() ?? null,
  revokedAt: share.revokedAt?.toISOString() ?? null,
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const { shares, groups } = await loadShares(call, call.params.id, call.now);
    return Response.json({
      shares: shares.map((share) => ({
        ...view(share, call.headers),
        opened: share.opened.map(({ name, at }) => ({ name, at: at.toISOString() })),
      })),
      groups: groups.map(({ groupId, groupName, note, requestedAt }) => ({
        groupId,
        name: groupName,
        note,
        requestedAt: requestedAt.toISOString(),
      })),
    } satisfies ShareList);
  }),

  POST: route({ access: 'owner', limit: 'write', body: shareRequest }, async (call) => {
    const share = await createShare(call, call.params.id, call.body);
    return Response.json(view(share, call.headers), { status: 201, headers: { Location: `/api/shares/${share.id}` } });
  }),
});
