import { findCase } from '@/lib/content/library';
import { EXPORT_VERSION, type ExportedAttempt, type ExportFile, exportAttempt } from '@/lib/core/export-attempt';
import { countSaves } from '@/lib/db/answers';
import { findAttemptsOf } from '@/lib/db/attempts';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import { loadAttempt } from './load-attempt';
import { loadShownFeedback } from './load-feedback';
import type { Reader } from './reader';

/** @throws AppError `not-found`. */
export async function loadExportedAttempt(reader: Reader, attemptId: string): Promise<ExportedAttempt> {
  const attempt = await loadAttempt(reader, attemptId);
  const saveCounts = await countSaves(reader.database, await getOwnAttempt(reader.database, attemptId, reader.userId));
  return exportAttempt(attempt, saveCounts, findCase(attempt.caseSlug), await loadShownFeedback(reader, attemptId));
}

const asFile = (attempts: ExportedAttempt[], now: Date): ExportFile => ({
  warmstart: EXPORT_VERSION,
  exportedAt: now.toISOString(),
  attempts,
});

/** What somebody without a session has to export. */
export const noAttempts = (now: Date): ExportFile => asFile([], now);

/**
 * One attempt, as it is exported.
 *
 * @throws AppError `not-found`.
 */
export async function loadExport(reader: Reader, attemptId: string, now: Date): Promise<ExportFile> {
  return asFile([await loadExportedAttempt(reader, attemptId)], now);
}

/** All of a person's attempts, as they are exported, the oldest first. */
export async function loadFullExport(reader: Reader, now: Date): Promise<ExportFile> {
  const attempts = await findAttemptsOf(reader.database, reader.userId);
  const exported: ExportedAttempt[] = [];
  // One after the other: the answers of all attempts at once could be hundreds of queries in flight.
  for (const { id } of attempts.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())) {
    exported.push(await loadExportedAttempt(reader, id));
  }
  return asFile(exported, now);
}
