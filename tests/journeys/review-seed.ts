import type { AttemptDetail } from '@/lib/core/api-types';
import type { Level, StartableMode } from '@/lib/core/attempt';
import type { Quote } from '@/lib/core/quote';
import { type Band, DIMENSIONS, type DimensionId } from '@/lib/core/review/dimensions';
import type { ClaimedReview, SavedReview, SelfReviewBands } from '@/lib/core/review/review-api';
import { type CommentDraft, EMPTY_REVIEW, type ReviewBody } from '@/lib/core/review/review-body';
import type { CommentKind, Verdict } from '@/lib/core/review/review-words';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import { CASE } from './seed';

/** What the candidate of these stories writes, unaided. */
export const ANSWER: Readonly<Record<StepId, string>> = {
  clarify:
    'I assume this is similar to what everybody knows. We want more engagement, so that people click on more videos.\n\nThe system should be low latency and highly available.',
  frame:
    'The input is a user and the output is a ranked list. If the user clicked it is a 1, otherwise it is a 0, so it becomes binary classification.',
  data: 'From the user: age, gender, location, interests, history. From the video: title, category, tags, views.\n\nClicks are rare, so I oversample them until the classes are balanced. Then I shuffle the rows and take 80 % for training.\n\nKafka keeps every feature in real time.',
  model:
    'I would use a transformer with an embedding for users and one for videos. It is trained with cross-entropy.\n\nNew videos get a popularity bonus at the beginning.',
  evaluate:
    'Offline I compute accuracy, precision, recall and AUC. Online I would do an A/B test with half of the users for one week.',
  serve:
    'The model runs in a container, with autoscaling, so there is always enough capacity. On average it needs 50 ms, which users do not notice.',
  monitor: 'A dashboard shows latency and accuracy. The model is retrained every week.',
};

/** The quote of words that stand in the answer to a step. */
function quoteOf(step: StepId, words: string, answer: Partial<Record<StepId, string>> = ANSWER): Quote {
  const start = (answer[step] ?? '').indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in ${step}.`);
  return { slot: step, path: 'text', start, end: start + words.length, text: words };
}

/** A comment as a coach writes it. */
function commentOn(id: string, kind: CommentKind, step: StepId, words: string, text: string): CommentDraft {
  return { id, kind, step, quote: quoteOf(step, words), text };
}

/** Words that can be quoted for each dimension. */
const EVIDENCE: Readonly<Partial<Record<DimensionId, readonly [StepId, string]>>> = {
  clarify: ['clarify', 'We want more engagement'],
  frame: ['frame', 'binary classification'],
  data: ['data', 'I shuffle the rows'],
  features: ['data', 'age, gender, location, interests, history'],
  model: ['model', 'trained with cross-entropy'],
  evaluate: ['evaluate', 'half of the users for one week'],
  serve: ['serve', 'On average it needs 50 ms'],
};

/** The same where a weak band has nothing to quote. */
const STRONG_EVIDENCE: Readonly<Partial<Record<DimensionId, readonly [StepId, string]>>> = {
  monitor: ['monitor', 'A dashboard shows latency and accuracy'],
  communicate: ['clarify', 'low latency and highly available'],
};

/** Bands in the order of the dimensions, each with its quote, or with nothing to quote. */
function bandsWithQuotes(bands: readonly Band[]): ReviewBody['dimensions'] {
  return Object.fromEntries(
    DIMENSIONS.map(({ id }, index) => {
      const band = bands[index] ?? 2;
      const evidence = EVIDENCE[id] ?? (band > 2 ? STRONG_EVIDENCE[id] : undefined);
      const quotes = evidence ? [quoteOf(...evidence)] : [];
      return [id, { band, quotes, absent: quotes.length === 0, note: '' }];
    }),
  );
}

/** The candidate's own marks with such bands. */
function ownBands(bands: readonly Band[]): SelfReviewBands {
  return Object.fromEntries(
    Object.entries(bandsWithQuotes(bands)).map(([id, mark]) => {
      const { band = 2, quotes = [], absent = true } = mark ?? {};
      return [id, { band, quotes, absent }];
    }),
  );
}

interface Written {
  readonly bands: readonly Band[];
  readonly verdict: Verdict;
  /** Where the verdict is not the one of the gates. */
  readonly reason?: string;
  readonly comments?: readonly CommentDraft[];
  readonly summary?: string;
  readonly expectations?: ReviewBody['expectations'];
  readonly notes?: Partial<Record<DimensionId, string>>;
}

export function reviewOf({
  bands,
  verdict,
  reason = '',
  comments = [],
  summary = '',
  expectations = {},
  notes = {},
}: Written): ReviewBody {
  const dimensions = bandsWithQuotes(bands);
  for (const [id, note] of Object.entries(notes)) {
    const mark = dimensions[id as DimensionId];
    if (mark) dimensions[id as DimensionId] = { ...mark, note };
  }
  return {
    ...EMPTY_REVIEW,
    dimensions,
    expectations,
    comments: [...comments],
    summary,
    verdict: { verdict, reason },
  };
}

/** Somebody who calls the JSON API. */
interface Caller {
  call<Reply>(method: string, address: string, data?: unknown): Promise<Reply>;
}

/** A submitted attempt with `ANSWER`, or with some of it changed. */
export async function submitAnswer(
  candidate: Caller,
  change: Partial<Record<StepId, string>> = {},
  more: {
    readonly followsId?: string;
    readonly assignmentId?: string;
    readonly mode?: StartableMode;
    readonly level?: Level;
  } = {},
): Promise<string> {
  const { id } = await candidate.call<AttemptDetail>('POST', '/api/attempts', {
    caseSlug: CASE.slug,
    mode: 'unaided',
    level: 'senior',
    ...more,
  });
  for (const step of STEP_IDS) {
    const text = change[step] ?? ANSWER[step];
    await candidate.call('PUT', `/api/attempts/${id}/answers/${step}`, { baseRevision: 0, answer: { text } });
  }
  await candidate.call('POST', `/api/attempts/${id}/submit`);
  return id;
}

/** Makes a link to an attempt and gives its token. */
export async function shareByLink(candidate: Caller, attemptId: string, note = ''): Promise<string> {
  const { token } = await candidate.call<{ token: string }>('POST', `/api/attempts/${attemptId}/shares`, { note });
  return token;
}

/** Gives an attempt to a coach by a link, which the coach accepts. */
export async function giveTo(coach: Caller, candidate: Caller, attemptId: string): Promise<void> {
  await coach.call('POST', '/api/shares/accept', { token: await shareByLink(candidate, attemptId) });
}

/** Claims a review and saves it, to be gone on with on the desk. */
export async function draftReview(coach: Caller, attemptId: string, review: ReviewBody): Promise<ClaimedReview> {
  const claimed = await coach.call<ClaimedReview>('POST', `/api/attempts/${attemptId}/reviews`);
  const baseRevision = claimed.revision;
  const saved = await coach.call<SavedReview>('PUT', `/api/reviews/${claimed.id}`, { baseRevision, review });
  return { ...claimed, ...saved };
}

/** Claims, saves and publishes a review, and gives its id. */
export async function publishReview(coach: Caller, attemptId: string, review: ReviewBody): Promise<string> {
  const { id, revision } = await draftReview(coach, attemptId, review);
  await coach.call('POST', `/api/reviews/${id}/publish`, { revision });
  return id;
}

/** Keeps the candidate's own bands; without any, goes without them. */
export async function markSelf(candidate: Caller, attemptId: string, bands: readonly Band[]): Promise<void> {
  const body = bands.length === 0 ? { bands: {}, skipped: true } : { bands: ownBands(bands), skipped: false };
  await candidate.call('PUT', `/api/attempts/${attemptId}/self-review`, body);
}

/** A first coach's review: weak, with comments of every kind. */
export const FIRST_REVIEW = reviewOf({
  bands: [2, 2, 1, 2, 2, 2, 2, 2, 2],
  verdict: 'lean-no-hire',
  comments: [
    commentOn(
      'goal-proxy',
      'gap',
      'clarify',
      'people click on more videos',
      'Clicks are a proxy. What does the product want a month later, and how would you notice that the two part?',
    ),
    commentOn(
      'split-shuffled',
      'error',
      'data',
      'I shuffle the rows',
      'A random split leaks the future. Split by time.',
    ),
    commentOn(
      'oversample',
      'question',
      'data',
      'oversample them until the classes are balanced',
      'What happens to the predicted probabilities, and does the blend downstream mind?',
    ),
    commentOn('new-videos', 'strength', 'model', 'New videos get a popularity bonus', 'You saw cold start unasked.'),
    commentOn('one-week', 'gap', 'evaluate', 'for one week', 'Why a week? Say what effect you want to detect.'),
  ],
  summary:
    'You reach every step and you are clear to follow. What holds you back is the data: the split and the label decide whether any later number means something. Start there the next time.',
  expectations: {
    'data/as-served-features': { mark: 'absent', quote: null },
    'data/propensity-logging': {
      mark: 'after-nudge',
      quote: quoteOf('data', 'Kafka keeps every feature in real time'),
    },
  },
  notes: { data: 'The same miss would cost you the offline numbers too; I count it once, here.' },
});

/** A second coach's, written without the first. */
export const SECOND_REVIEW = reviewOf({
  bands: [2, 3, 2, 3, 3, 2, 3, 3, 3],
  verdict: 'lean-no-hire',
  reason: 'The mean is there, but nothing in it is argued.',
  comments: [
    commentOn('average-ms', 'gap', 'serve', 'On average it needs 50 ms', 'An average hides the tail. Give a p99.'),
    commentOn(
      'split-again',
      'error',
      'data',
      'shuffle the rows and take 80 %',
      'Here the score is made, not measured.',
    ),
  ],
  summary: 'Sound skeleton, no numbers. Bring one number to every step.',
});
