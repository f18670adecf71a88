import { checkWith } from '@/lib/core/issues';
import { peopleQuery, type QueuePeople } from '@/lib/core/review/queue-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadQueuePeople } from '@/lib/loaders/load-queue-people';

const NOBODY: QueuePeople = { people: [], hasMore: false };

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'anyone', limit: 'read' }, async ({ database, userId, query, now }) => {
    const { name } = checkWith(peopleQuery, Object.fromEntries(query));
    const people = userId === null ? NOBODY : await loadQueuePeople({ database, userId }, name, now);
    return Response.json(people);
  }),
});
