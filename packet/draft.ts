import type { PacketReview } from '@/lib/core/review/packet';
import type { PacketData } from '@/lib/core/review/packet-data';
import type { ReviewBody } from '@/lib/core/review/review-body';

/** What is being written: what the file of the review will hold. */
export interface Draft {
  readonly packetId: string;
  coachName: string;
  savedAt: string | null;
  review: ReviewBody;
}

const emptyReview = (): ReviewBody => ({
  expectations: {},
  dimensions: {},
  comments: [],
  verdict: null,
  summary: '',
  suggestions: {},
});

/** 128 random bits. `randomUUID` is not there for every page that was opened from a disk. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const keyOf = ({ stamp }: PacketData) => `warmstart-packet:${stamp.attemptId}:${stamp.answersHash}`;

/** What this browser kept of the same packet, or a new draft. */
export function readDraft(data: PacketData): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(data)) ?? 'null') as Draft | null;
    if (kept !== null && typeof kept.packetId === 'string' && typeof kept.review === 'object') return kept;
  } catch {
    // Not readable, or no storage for files in this browser: the page says so at the first change.
  }
  return { packetId: newId(), coachName: '', savedAt: null, review: emptyReview() };
}

/** @returns false when this browser keeps nothing for a page that was opened from a disk. */
export function keepDraft(data: PacketData, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(data), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Gives the review to the person as a file. */
export function downloadReview(data: PacketData, draft: Draft): void {
  const packet: PacketReview = {
    ...data.stamp,
    packetId: draft.packetId,
    coachName: draft.coachName.trim(),
    savedAt: new Date().toISOString(),
    review: draft.review,
  };
  const url = URL.createObjectURL(new Blob([JSON.stringify(packet, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `warmstart-review-${data.caseSlug}-${draft.packetId.slice(0, 8)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
