import type { LearnerNoteList } from '@/lib/core/review/review-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadLearnerNotes } from '@/lib/loaders/load-learner-notes';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'member', limit: 'read' }, async (call) =>
    Response.json({ notes: await loadLearnerNotes(call) } satisfies LearnerNoteList),
  ),
});
