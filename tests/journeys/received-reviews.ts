import type { Band } from '@/lib/core/review/dimensions';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { test as base } from './fixtures';
import { Member } from './members';
import { FIRST_REVIEW, giveTo, markSelf, publishReview, SECOND_REVIEW, submitAnswer } from './review-seed';

interface Reviewed {
  /** What is published, each by a coach of its own; the first by Cleo, the second by Dora. */
  readonly reviews?: readonly ReviewBody[];
  /** The candidate's own bands; empty to go without, left out to leave them open. */
  readonly own?: readonly Band[];
}

/** An attempt of the test's page that coaches have reviewed. */
export interface ReviewedAttempt {
  readonly attemptId: string;
  readonly candidate: Member;
}

export const OWN_BANDS: readonly Band[] = [3, 3, 2, 2, 3, 3, 2, 2, 4];

interface ReviewedFixtures {
  readonly reviewedAttempt: (options?: Reviewed) => Promise<ReviewedAttempt>;
}

export const test = base.extend<ReviewedFixtures>({
  reviewedAttempt: async ({ context, server, anotherBrowser }, use) => {
    const candidate = new Member('Ada Lind', context.request, server.origin);
    let isMember = false;
    await use(async ({ reviews = [FIRST_REVIEW, SECOND_REVIEW], own } = {}) => {
      if (!isMember) await candidate.signUp();
      isMember = true;
      const attemptId = await submitAnswer(candidate);
      for (const [index, review] of reviews.entries()) {
        const coach = new Member(
          ['Cleo Barnes', 'Dora Okonkwo'][index] ?? 'A third coach',
          (await anotherBrowser()).request,
          server.origin,
        );
        await coach.signUp();
        await giveTo(coach, candidate, attemptId);
        await publishReview(coach, attemptId, review);
      }
      if (own) await markSelf(candidate, attemptId, own);
      return { attemptId, candidate };
    });
  },
});
