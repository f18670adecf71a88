import { AppError } from '@/lib/core/app-error';
import { problemResponse } from './problem';
import type { RouteHandler } from './route';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

type Answered = Method | 'OPTIONS';

/**
 * The methods of one address, for a route file to export. The others answer 405 with the list of those that there are;
 * Next adds HEAD to GET.
 */
export function endpoints<Params>(
  handlers: Partial<Record<Method, RouteHandler<Params>>>,
): Record<Answered, RouteHandler<Params>> {
  const methods = METHODS.filter((method) => handlers[method]);
  const allow = [...(methods.includes('GET') ? ['HEAD'] : []), ...methods, 'OPTIONS'];
  const refuse: RouteHandler<Params> = async () =>
    problemResponse(new AppError('method-not-allowed', undefined, { allow }));
  const tell: RouteHandler<Params> = async () =>
    new Response(null, { status: 204, headers: { Allow: allow.join(', ') } });
  const all = METHODS.map((method) => [method, handlers[method] ?? refuse] as const);
  return { ...Object.fromEntries(all), OPTIONS: tell } as Record<Answered, RouteHandler<Params>>;
}
