import { z } from 'zod';
import { importPacket } from '@/lib/commands/import-packet';
import { type ImportedPacket, MAX_REVIEW_BYTES } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadPacket } from '@/lib/loaders/load-packet';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'export' }, async (call) => {
    const { html, caseSlug } = await loadPacket(call, call.params.id, call.now);
    return new Response(html, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Disposition': `attachment; filename="warmstart-packet-${caseSlug}.html"`,
      },
    });
  }),

  POST: route({ access: 'owner', limit: 'write', body: z.unknown(), maxBytes: MAX_REVIEW_BYTES }, async (call) => {
    const imported: ImportedPacket = await importPacket(call, { attemptId: call.params.id, packet: call.body });
    return Response.json(imported, { status: imported.outcome === 'created' ? 201 : 200 });
  }),
});
