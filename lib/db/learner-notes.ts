import type { LearnerNoteView } from '@/lib/core/review/review-api';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { fromStorableText, toStorableText } from './storable-text';

type Client = DatabaseClient | DatabaseTransaction;

const columns = { learnerId: true, text: true, changedAt: true, learner: { select: { name: true } } } as const;

interface NoteRow {
  readonly learnerId: string;
  readonly text: string;
  readonly changedAt: Date;
  readonly learner: { readonly name: string };
}

const toView = ({ learnerId, text, changedAt, learner }: NoteRow): LearnerNoteView => ({
  userId: learnerId,
  name: learner.name,
  text: fromStorableText(text),
  changedAt: changedAt.toISOString(),
});

/** What a coach has noted, the latest first. */
export async function findLearnerNotes(database: Client, coachId: string): Promise<LearnerNoteView[]> {
  const rows = await database.learnerNote.findMany({
    where: { coachId },
    orderBy: [{ changedAt: 'desc' }, { learnerId: 'asc' }],
    select: columns,
  });
  return rows.map(toView);
}

export async function findLearnerNote(
  database: Client,
  coachId: string,
  learnerId: string,
): Promise<LearnerNoteView | null> {
  const row = await database.learnerNote.findUnique({
    where: { coachId_learnerId: { coachId, learnerId } },
    select: columns,
  });
  return row && toView(row);
}

/** Stores a note in place of the earlier one; an empty text deletes it. */
export async function putLearnerNote(
  database: Client,
  { coachId, learnerId, text, now }: { coachId: string; learnerId: string; text: string; now: Date },
): Promise<void> {
  if (text.trim() === '') {
    await database.learnerNote.deleteMany({ where: { coachId, learnerId } });
    return;
  }
  const data = { text: toStorableText(text), changedAt: now };
  await database.learnerNote.upsert({
    where: { coachId_learnerId: { coachId, learnerId } },
    create: { coachId, learnerId, ...data },
    update: data,
    select: { coachId: true },
  });
}

/** Whether a coach has a review, begun or published, of an attempt of that person. */
export async function hasReviewedLearner(database: Client, coachId: string, learnerId: string): Promise<boolean> {
  const review = await database.review.findFirst({
    where: { coachId, attempt: { userId: learnerId } },
    select: { id: true },
  });
  return review !== null;
}
