import { z } from 'zod';
import { MODES } from '../attempt';
import { levelSchema } from '../attempt-schemas';
import { STEP_IDS } from '../steps';

/** What the queue is asked and answers; docs/api.md describes it. Times are ISO 8601 in UTC. */
const time = z.iso.datetime();

export const QUEUE_PAGE_SIZE = 30;

/**
 * Where an attempt stands for the one who asks. `mine`: I began a review; `claimed`: somebody else is at it now; `waiting`: neither;
 * `published`: it has been reviewed.
 */
export const QUEUE_STATES = ['waiting', 'claimed', 'mine', 'published'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'This is no id.' });

/** From the address. Without `state`: everything that is not reviewed yet. */
export const queueQuery = z.strictObject({
  state: z.enum(QUEUE_STATES, { error: `Choose ${QUEUE_STATES.join(', ')}.` }).optional(),
  group: id.optional(),
  case: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/, { error: 'This is no case.' })
    .optional(),
  person: id.optional(),
  cursor: z.string().max(200).optional(),
});
export type QueueQuery = z.infer<typeof queueQuery>;

const claim = z.object({ name: z.string(), until: time, mine: z.boolean() });

export const queueItem = z.object({
  requestId: z.string(),
  attemptId: z.string(),
  case: z.object({ slug: z.string(), title: z.string().nullable() }),
  candidate: z.object({ id: z.string(), name: z.string() }),
  mode: z.enum(MODES),
  level: levelSchema,
  onlyStep: z.enum(STEP_IDS).nullable(),
  via: z.union([
    z.object({ kind: z.literal('link') }),
    z.object({ kind: z.literal('group'), id: z.string(), name: z.string() }),
  ]),
  /** What the candidate asks to look at. */
  note: z.string(),
  requestedAt: time,
  expiresAt: time.nullable(),
  state: z.enum(QUEUE_STATES),
  /** Who is at it now. */
  claims: z.array(claim),
  /** My own review. */
  review: z.object({ id: z.string(), state: z.enum(['draft', 'published']) }).nullable(),
  /** When I was last reminded of it. */
  lastNudgeAt: time.nullable(),
});
export type QueueItem = z.infer<typeof queueItem>;

/** Longest waiting first; published ones by their publication, the last first. `nextCursor` goes into `?cursor=`. */
export const queuePage = z.object({ items: z.array(queueItem), nextCursor: z.string().nullable() });
export type QueuePage = z.infer<typeof queuePage>;

export const nextInQueue = z.object({ attemptId: z.string().nullable() });
export type NextInQueue = z.infer<typeof nextInQueue>;

/** So many people of a queue are listed; among more one is looked for by name. */
export const LISTED_PEOPLE = 100;

export const peopleQuery = z.strictObject({
  name: z.string().max(100, { error: 'A name has at most 100 characters.' }).default(''),
});

/** Where several of those listed have one name: the case that this one gave last, and when. Null for a name that stands alone. */
const lastGiven = z.object({ case: z.object({ slug: z.string(), title: z.string().nullable() }), at: time });

/** Those whose attempts are in one's queue, by name. */
export const queuePeople = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), lastGiven: lastGiven.nullable() })),
  hasMore: z.boolean(),
});
export type QueuePeople = z.infer<typeof queuePeople>;
