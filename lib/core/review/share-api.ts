import { z } from 'zod';
import type { Level, Mode } from '../attempt';
import type { StepId } from '../steps';

/** What travels over the calls by which an attempt is given to a coach or a group. Times are ISO 8601 in UTC. */
const time = z.iso.datetime();

/** What to look at, in the candidate's words. */
export const requestNote = z.string().trim().max(2000, 'Keep it under 2,000 characters.');

/** More than anybody needs, and few enough to be read at once. */
export const MAX_SHARES = 100;

/** 256 random bits in base64url. Anything else is no token. */
export const tokenSchema = z.string().max(200);

export const shareRequest = z.strictObject({
  note: requestNote
    .nullable()
    .default('')
    .transform((note) => note ?? ''),
  /** From then on the link and what was accepted by it are dead; null or left out: never. */
  expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type ShareRequest = z.infer<typeof shareRequest>;

export const shareView = z.object({
  id: z.string(),
  url: z.string(),
  token: z.string(),
  note: z.string(),
  createdAt: time,
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
});
export type ShareView = z.infer<typeof shareView>;

export const listedShare = shareView.extend({
  /** Who has accepted it, the first one first. */
  opened: z.array(z.object({ name: z.string(), at: time })),
});

/** An attempt's links, the newest first, and the groups it is shared with. */
export const shareList = z.object({
  shares: z.array(listedShare),
  groups: z.array(z.object({ groupId: z.string(), name: z.string(), note: z.string(), requestedAt: time })),
});
export type ShareList = z.infer<typeof shareList>;

export const acceptShareRequest = z.strictObject({ token: tokenSchema });
export const acceptedShare = z.object({ attemptId: z.string() });
export type AcceptedShare = z.infer<typeof acceptedShare>;

export const groupShareRequest = z.strictObject({ note: requestNote.default('') });
export const groupShare = z.object({ groupId: z.string(), note: z.string(), requestedAt: time });
export type GroupShare = z.infer<typeof groupShare>;

/** What the page behind a link says before anything is accepted. */
export interface SharePreview {
  readonly caseSlug: string;
  /** Null when the case is gone. */
  readonly caseTitle: string | null;
  readonly candidateName: string;
  readonly mode: Mode;
  readonly level: Level;
  readonly onlyStep: StepId | null;
  readonly submittedAt: string;
  readonly note: string;
  readonly expiresAt: string | null;
  /** `own`: the reader's own attempt; `accepted`: in their queue already; `open`: to be accepted, with an account. */
  readonly state: 'own' | 'accepted' | 'open';
  /** Only where the reader may read it. */
  readonly attemptId: string | null;
}
