import { endpoints } from '@/lib/http/endpoints';
import { exportResponse } from '@/lib/http/export-response';
import { route } from '@/lib/http/route';
import { loadFullExport, noAttempts } from '@/lib/loaders/load-export';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'anyone', limit: 'export' }, async ({ database, userId, query, now }) =>
    exportResponse(query, 'warmstart-attempts', async () =>
      userId === null ? noAttempts(now) : loadFullExport({ database, userId }, now),
    ),
  ),
});
