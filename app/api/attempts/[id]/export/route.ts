import { endpoints } from '@/lib/http/endpoints';
import { exportResponse } from '@/lib/http/export-response';
import { route } from '@/lib/http/route';
import { loadExport } from '@/lib/loaders/load-export';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'export' }, async (call) =>
    exportResponse(call.query, 'warmstart-attempt', () => loadExport(call, call.params.id, call.now)),
  ),
});
