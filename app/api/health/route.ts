import { endpoints } from '@/lib/http/endpoints';
import { loadHealth } from '@/lib/loaders/load-health';

// A supervisor asks every few seconds and from inside: no session and no limit, and never an answer from a build.
export const dynamic = 'force-dynamic';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: async () => {
    const health = await loadHealth();
    return Response.json(health, {
      status: health.status === 'ok' ? 200 : 503,
      headers: { 'Cache-Control': 'no-store' },
    });
  },
});
