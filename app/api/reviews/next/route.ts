import { z } from 'zod';
import { checkWith } from '@/lib/core/issues';
import type { NextInQueue } from '@/lib/core/review/queue-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadNextInQueue } from '@/lib/loaders/load-next-in-queue';

const afterSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'Give the id of an attempt.')
  .nullable();

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'anyone', limit: 'read' }, async ({ database, userId, query, now }) => {
    const after = checkWith(afterSchema, query.get('after'), ['after']);
    const next: NextInQueue =
      userId === null ? { attemptId: null } : await loadNextInQueue({ database, userId }, after, now);
    return Response.json(next);
  }),
});
