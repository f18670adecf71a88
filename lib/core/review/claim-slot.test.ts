import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimSlot, liveClaimSlots } from './claim-slot';
import { CLAIM_MINUTES } from './review-api';

const CLAIM_MS = CLAIM_MINUTES * 60_000;
const moment = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) });

it('finds every live claim, however long ago it was made and by whichever clock', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1 - CLAIM_MS, max: CLAIM_MS }), (now, madeAfter) => {
      const until = new Date(now + madeAfter + CLAIM_MS);
      expect(liveClaimSlots(new Date(now))).toContain(claimSlot(until));
    }),
  );
});

it('leaves out what ran out more than the length of a claim ago', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: CLAIM_MS, max: 100 * CLAIM_MS }), (now, since) => {
      expect(liveClaimSlots(new Date(now))).not.toContain(claimSlot(new Date(now - since)));
    }),
  );
});

it('grows with time', () => {
  fc.assert(
    fc.property(moment, fc.nat(), (until, later) => {
      expect(claimSlot(new Date(until + later))).toBeGreaterThanOrEqual(claimSlot(new Date(until)));
    }),
  );
});
