import { AppError } from '@/lib/core/app-error';
import { problemResponse } from './problem';
import type { RouteHandler } from './route';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/**
 * The methods of one address, for a route file to export. The others answer 405 with the list of those that there are;
 * Next adds HEAD to GET, and OPTIONS.
 */
export function endpoints<Params>(
  handlers: Partial<Record<Method, RouteHandler<Params>>>,
): Record<Method, RouteHandler<Params>> {
  const allow = METHODS.filter((method) => handlers[method]);
  const refuse: RouteHandler<Params> = async () =>
    problemResponse(
      new AppError('method-not-allowed', undefined, { allow: allow.includes('GET') ? ['HEAD', ...allow] : allow }),
    );
  const all = METHODS.map((method) => [method, handlers[method] ?? refuse] as const);
  return Object.fromEntries(all) as Record<Method, RouteHandler<Params>>;
}
