import { type SelfReviewBands, selfReviewBands } from '@/lib/core/review/review-api';
import { selfMarksKey } from '../saving/device-keys';

/** Marks that are not complete yet: they wait on this device, because they count only when every dimension has one. */
export function readSelfMarks(attemptId: string): SelfReviewBands | null {
  try {
    const stored = localStorage.getItem(selfMarksKey(attemptId));
    return stored === null ? null : selfReviewBands.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}

/** @returns false when this device keeps nothing: then the marks are in the tab alone. */
export function writeSelfMarks(attemptId: string, bands: SelfReviewBands | null): boolean {
  try {
    if (bands === null) localStorage.removeItem(selfMarksKey(attemptId));
    else localStorage.setItem(selfMarksKey(attemptId), JSON.stringify(bands));
    return true;
  } catch {
    return false;
  }
}
