import { database } from '@/lib/db/client';
import { settings } from '@/lib/settings';
import { createSessions, type Sessions } from './sessions';

// On globalThis, because Next may evaluate this module once for pages and once for routes.
const held = globalThis as { warmstartSessions?: Sessions };

function sessions(): Sessions {
  held.warmstartSessions ??= createSessions({ database: database(), settings: settings() });
  return held.warmstartSessions;
}

/** See `Sessions`. Give it the headers of the request, in a page `await headers()`. */
export const currentUser: Sessions['currentUser'] = (headers) => sessions().currentUser(headers);
export const ensureUser: Sessions['ensureUser'] = (headers) => sessions().ensureUser(headers);
export const hasEndedSession: Sessions['hasEndedSession'] = (headers) => sessions().hasEndedSession(headers);
export const endSession: Sessions['endSession'] = (headers) => sessions().endSession(headers);
export const askLibrary: Sessions['askLibrary'] = (...of) => sessions().askLibrary(...of);
export const sessionBegunBy: Sessions['sessionBegunBy'] = (...by) => sessions().sessionBegunBy(...by);
export const sessionOf: Sessions['sessionOf'] = (headers) => sessions().sessionOf(headers);
