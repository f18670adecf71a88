import { createHash } from 'node:crypto';
import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot } from '@/lib/core/attempt';
import { canonicalJson } from '@/lib/core/canonical-json';
import { passagesOf } from '@/lib/core/passages';
import type { PassagesBySlot } from '@/lib/core/review/evidence';
import { PACKET_VERSION, type PacketStamp } from '@/lib/core/review/packet';
import { findCurrentAnswers } from './answers';
import type { DatabaseClient, DatabaseTransaction } from './client';
import type { ReadableAttempt } from './readable-attempt';

type Answers = Partial<Record<AnswerSlot, { readonly answer: Answer }>>;

/** What can be quoted of each answer. */
export function passagesBySlot(answers: Answers): PassagesBySlot {
  return Object.fromEntries(
    Object.entries(answers).map(([slot, state]) => [slot, passagesOf(slot as AnswerSlot, state.answer)]),
  );
}

/** The passages of a submitted attempt: they never change again. */
export async function findPassages(
  database: DatabaseClient | DatabaseTransaction,
  attempt: ReadableAttempt,
): Promise<PassagesBySlot> {
  return passagesBySlot(await findCurrentAnswers(database, attempt));
}

/** What a packet of an attempt is known by: it fits as long as nobody could tell the answers apart. */
export async function findPacketStamp(
  database: DatabaseClient | DatabaseTransaction,
  attempt: ReadableAttempt,
): Promise<PacketStamp> {
  const saved = await findCurrentAnswers(database, attempt);
  const answers = Object.fromEntries(Object.entries(saved).map(([slot, { answer }]) => [slot, answer]));
  return {
    warmstartPacket: PACKET_VERSION,
    attemptId: attempt.id,
    answersHash: createHash('sha256').update(canonicalJson(answers)).digest('hex'),
  };
}
