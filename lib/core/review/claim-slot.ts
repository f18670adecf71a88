import { CLAIM_MINUTES } from './review-api';

/*
 * A claim runs out by itself, so no column can say whether an attempt is claimed now, and an index of when claims end is not in
 * the order of the queue. What stays true without anybody doing something is the half hour in which a claim ends: claims that
 * are live now end in this one or the next. So the queue reads a range of its index, in its order, for each of those, and
 * looks at the few claims in it that have run out already.
 */
const SLOT_MS = CLAIM_MINUTES * 60_000;

/** The half hour, counted from 1970, in which a claim ends. */
export function claimSlot(until: Date): number {
  return Math.floor(until.getTime() / SLOT_MS);
}

/** Where every claim ends that is live now. The last one is for an instance whose clock is ahead, by up to half an hour. */
export function liveClaimSlots(now: Date): readonly number[] {
  const first = claimSlot(now);
  return [first, first + 1, first + 2];
}
