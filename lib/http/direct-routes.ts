import type { RouteHandler } from './route';

/** Routes that our server calls by itself, once Next has loaded them: docs/decisions/0077. */
interface DirectRoutes {
  saveAnswer?: RouteHandler<{ id: string; step: string }>;
}

/** The server's bundle and Next's share nothing but `globalThis`. */
const held = globalThis as { warmstartDirectRoutes?: DirectRoutes };
held.warmstartDirectRoutes ??= {};

export const directRoutes = held.warmstartDirectRoutes;
