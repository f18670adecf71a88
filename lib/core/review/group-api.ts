import { z } from 'zod';
import { MODES } from '../attempt';
import { levelSchema, startableModeSchema } from '../attempt-schemas';
import { requestNote, tokenSchema } from './share-api';

/** What travels over the calls about groups and what they are assigned. Times are ISO 8601 in UTC. */
const time = z.iso.datetime();

export const MAX_GROUPS = 100;
export const MAX_MEMBERS = 1000;
export const MAX_ASSIGNMENTS = 500;

const groupName = z.string().trim().min(1, 'Give it a name.').max(120, 'Keep it under 120 characters.');

export const groupRequest = z.strictObject({ name: groupName });
export const joinGroupRequest = z.strictObject({ token: tokenSchema });

export const memberRequest = z.strictObject({
  role: z.enum(['coach', 'member']),
  /** Hands the group over. Whoever owned it stays a coach. */
  owner: z.literal(true).optional(),
});
export type MemberRequest = z.infer<typeof memberRequest>;

export const assignmentRequest = z.strictObject({
  caseSlug: z.string().min(1).max(100),
  mode: startableModeSchema,
  level: levelSchema,
  dueAt: z.iso.datetime({ offset: true }).nullable().default(null),
  note: requestNote.default(''),
});
export type AssignmentRequest = z.infer<typeof assignmentRequest>;

/** The link by which people join. Whoever has it may. */
const invite = z.object({ token: z.string(), inviteUrl: z.string() });
export type Invite = z.infer<typeof invite>;

export const madeGroup = invite.extend({ id: z.string(), name: z.string() });
export type MadeGroup = z.infer<typeof madeGroup>;

const ROLES = ['coach', 'member'] as const;

export const groupSummary = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  memberCount: z.int().min(1),
  isOwner: z.boolean(),
});
export const groupList = z.object({ groups: z.array(groupSummary) });
export type GroupList = z.infer<typeof groupList>;

export const joinedGroup = z.object({ groupId: z.string() });
export type JoinedGroup = z.infer<typeof joinedGroup>;

export const assignmentView = z.object({
  id: z.string(),
  caseSlug: z.string(),
  /** Null when the case is gone. */
  caseTitle: z.string().nullable(),
  mode: z.enum(MODES),
  level: levelSchema,
  note: z.string(),
  dueAt: time.nullable(),
  createdAt: time,
});
export type AssignmentView = z.infer<typeof assignmentView>;

/** How far somebody has come with an assignment: of several attempts, the one that got furthest. */
export const progressStates = ['none', 'started', 'submitted', 'shared', 'reviewed'] as const;
const progress = z.object({
  state: z.enum(progressStates),
  /** For a coach only when it is shared with the group. */
  attemptId: z.string().nullable(),
  at: time.nullable(),
});
export type Progress = z.infer<typeof progress>;

const memberView = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  isOwner: z.boolean(),
  isMe: z.boolean(),
  joinedAt: time,
});
export type MemberView = z.infer<typeof memberView>;

export const groupDetail = groupSummary.extend({
  coaches: z.array(z.object({ name: z.string(), isOwner: z.boolean() })),
  /** Newest first; `mine`: how far I have come. */
  assignments: z.array(assignmentView.extend({ mine: progress })),
  /** For coaches; null for members. */
  led: invite
    .extend({
      members: z.array(memberView),
      /** By assignment, then by member; who has not begun is left out. */
      progress: z.record(z.string(), z.record(z.string(), progress)),
    })
    .nullable(),
});
export type GroupDetail = z.infer<typeof groupDetail>;

/** What a page shows of an assignment that somebody has not handed in. */
export interface AssignedCase extends AssignmentView {
  readonly groupId: string;
  readonly groupName: string;
  readonly mine: Progress;
}

/** What the page behind an invite link says. */
export interface InvitePreview {
  readonly groupName: string;
  readonly coaches: readonly string[];
  readonly memberCount: number;
  /** Set when the reader is in it already. */
  readonly groupId: string | null;
}
