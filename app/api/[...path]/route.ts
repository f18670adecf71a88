import { AppError } from '@/lib/core/app-error';
import { endpoints } from '@/lib/http/endpoints';
import { problemResponse } from '@/lib/http/problem';

/** Every address under /api that nothing else answers. */
const unknown = async () => problemResponse(new AppError('not-found', 'The API has no such address.'));

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: unknown,
  POST: unknown,
  PUT: unknown,
  PATCH: unknown,
  DELETE: unknown,
});
