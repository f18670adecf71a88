import type { BrowserContext, Page } from '@playwright/test';
import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot, StartableMode } from '@/lib/core/attempt';
import type { Quote } from '@/lib/core/quote';
import { DIMENSIONS } from '@/lib/core/review/dimensions';
import type { ClaimedReview, ReviewDetail } from '@/lib/core/review/review-api';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { STEP_IDS } from '@/lib/core/steps';
import { test as base } from './fixtures';
import { Member } from './members';
import { Guest } from './seed';

/** What the candidate wrote, by step: each sentence is there once, so that a quote can be found. */
export const WRITTEN: Readonly<Record<(typeof STEP_IDS)[number], string>> = {
  clarify: 'The goal is satisfied watching. There are 500 million users a day.\nThe budget is 200 ms.',
  frame: 'Predict the watch time of each video. The baseline is what is watched most.',
  data: 'The label is watch seconds by length. We split by time.\nFeatures come from the last 50 videos.',
  model: 'Retrieve with two towers. Rank with a multi-task network.',
  evaluate: 'Offline we measure recall at 500. Online we run an experiment for two weeks.',
  serve: 'Retrieval takes 20 ms and ranking takes 40 ms. The fallback is a popular list.',
  monitor: 'We watch the accuracy. We retrain every day.',
};

function writtenAnswers(mode: StartableMode): [AnswerSlot, Answer][] {
  if (mode !== 'blank') return STEP_IDS.map((step) => [step, { text: WRITTEN[step] }]);
  let text = '';
  const tags = STEP_IDS.map((step) => {
    const start = text.length;
    text += `${WRITTEN[step]}\n\n`;
    return { start, end: start + WRITTEN[step].length, step };
  });
  return [['page', { text, tags }]];
}

/** An attempt that a candidate gave to the coach whose page the test has. */
export interface CoachedAttempt {
  readonly attemptId: string;
  readonly candidate: Member;
  readonly coach: Member;
  /** Another coach who opened the same link, in a browser of their own. */
  readonly anotherCoach: (name: string) => Promise<{ member: Member; page: Page; context: BrowserContext }>;
  /** What is stored of the coach's review. */
  readonly stored: () => Promise<ReviewDetail>;
}

interface CoachedOptions {
  readonly mode?: StartableMode;
  readonly answers?: readonly (readonly [AnswerSlot, Answer])[];
}

interface CoachingFixtures {
  readonly coachedAttempt: (options?: CoachedOptions) => Promise<CoachedAttempt>;
}

export const test = base.extend<CoachingFixtures>({
  coachedAttempt: async ({ context, server, anotherBrowser }, use) => {
    await use(async ({ mode = 'unaided', answers = writtenAnswers(mode) } = {}) => {
      const there = await anotherBrowser();
      const candidate = new Member('Ana Petrović', there.request, server.origin);
      await candidate.signUp();
      const practising = new Guest(there.request, server.origin);
      const attemptId = await practising.start({ mode });
      for (const [slot, answer] of answers) await practising.save(attemptId, slot, answer);
      await practising.submit(attemptId);
      const { token } = await candidate.call<{ token: string }>('POST', `/api/attempts/${attemptId}/shares`, {
        note: 'Is my split right?',
      });
      const coach = new Member('Ben Okafor', context.request, server.origin);
      await coach.signUp();
      await coach.call('POST', '/api/shares/accept', { token });
      return {
        attemptId,
        candidate,
        coach,
        anotherCoach: async (name) => {
          const own = await anotherBrowser();
          const member = new Member(name, own.request, server.origin);
          await member.signUp();
          await member.call('POST', '/api/shares/accept', { token });
          return { member, page: await own.newPage(), context: own };
        },
        stored: async () => {
          const { id } = await coach.call<ClaimedReview>('POST', `/api/attempts/${attemptId}/reviews`);
          return coach.call<ReviewDetail>('GET', `/api/reviews/${id}`);
        },
      };
    });
  },
});

/** The first sentence that the candidate wrote to a step. */
function firstSentence(step: (typeof STEP_IDS)[number]): Quote {
  const end = WRITTEN[step].indexOf('.') + 1;
  return { slot: step, path: 'text', start: 0, end, text: WRITTEN[step].slice(0, end) };
}

/**
 * A review of what is `WRITTEN`, unaided, with a band and evidence for everything: words for a strong one. Verdict and comments are
 * left to the test.
 */
export function wholeReview(band: 1 | 2 | 3 | 4): ReviewBody {
  const isStrong = band > 2;
  const dimensions = Object.fromEntries(
    DIMENSIONS.map(({ id, step }) => {
      const quotes = isStrong ? [firstSentence(step ?? 'clarify')] : [];
      return [id, { band, quotes, absent: !isStrong, note: '' }];
    }),
  ) as ReviewBody['dimensions'];
  return { expectations: {}, dimensions, comments: [], verdict: null, summary: '', suggestions: {} };
}
