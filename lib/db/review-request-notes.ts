import type { DatabaseClient, DatabaseTransaction } from './client';
import { fromStorableText } from './storable-text';

/** How an attempt came to a coach, and what the candidate asked. */
export interface RequestNote {
  readonly via: { readonly kind: 'link' } | { readonly kind: 'group'; readonly id: string; readonly name: string };
  readonly note: string;
  readonly requestedAt: string;
}

/** The requests for an attempt that are in force for a coach, the earliest first. */
export async function findRequestNotes(
  database: DatabaseClient | DatabaseTransaction,
  attemptId: string,
  coachId: string,
  now: Date,
): Promise<RequestNote[]> {
  const rows = await database.reviewRequest.findMany({
    where: {
      attemptId,
      OR: [
        { coachId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
        { group: { members: { some: { userId: coachId, role: 'coach' } } } },
      ],
    },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    select: { note: true, requestedAt: true, group: { select: { id: true, name: true } } },
  });
  return rows.map(({ note, requestedAt, group }) => ({
    via: group === null ? { kind: 'link' } : { kind: 'group', id: group.id, name: fromStorableText(group.name) },
    note: fromStorableText(note),
    requestedAt: requestedAt.toISOString(),
  }));
}
