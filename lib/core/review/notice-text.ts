import type { Notice } from './notice';

/** Longer ones are cut: a name is whatever somebody typed. */
const LONGEST_NAME = 80;

function short(name: string): string {
  const points = [...name.trim()];
  return points.length > LONGEST_NAME ? `${points.slice(0, LONGEST_NAME).join('')}…` : points.join('') || 'Somebody';
}

/** What a notice is about, as far as its page goes: one's own attempt, one that one reviews, or a group. */
export type NoticeTarget =
  | { readonly kind: 'attempt' | 'reviews' | 'desk'; readonly attemptId: string }
  | { readonly kind: 'group'; readonly groupId: string };

/** Where a notice leads; whether it is still there is another question. */
export function noticeTarget(notice: Notice): NoticeTarget {
  switch (notice.kind) {
    case 'review-published':
      return { kind: 'reviews', attemptId: notice.attemptId };
    case 'comment-reply':
    case 'comment-resolved':
      return { kind: notice.reader === 'candidate' ? 'reviews' : 'desk', attemptId: notice.attemptId };
    case 'share-opened':
    case 'claimed':
      return { kind: 'attempt', attemptId: notice.attemptId };
    case 'review-requested':
      return { kind: 'desk', attemptId: notice.attemptId };
    case 'assigned':
    case 'joined':
    case 'nudge-assignment':
      return { kind: 'group', groupId: notice.groupId };
    case 'nudge':
      return { kind: NUDGED_TO[notice.about], attemptId: notice.attemptId };
  }
}

const NUDGED_TO = { review: 'desk', replies: 'reviews', attempt: 'attempt' } as const;

function pathOf(target: NoticeTarget): string {
  switch (target.kind) {
    case 'attempt':
      return `/attempts/${encodeURIComponent(target.attemptId)}`;
    case 'reviews':
      return `/attempts/${encodeURIComponent(target.attemptId)}/reviews`;
    case 'desk':
      return `/review/${encodeURIComponent(target.attemptId)}`;
    case 'group':
      return `/groups/${encodeURIComponent(target.groupId)}`;
  }
}

/**
 * What a notice says and where it leads.
 *
 * @param caseTitle the title of the notice's case; null when the case is gone.
 * @returns `text`, one line for a person; `href`, a path of this app.
 */
export function noticeText(notice: Notice, caseTitle: string | null): { text: string; href: string } {
  return { text: textOf(notice, caseTitle), href: pathOf(noticeTarget(notice)) };
}

function textOf(notice: Notice, caseTitle: string | null): string {
  const by = short(notice.by);
  const study = caseTitle ?? ('caseSlug' in notice ? notice.caseSlug : '');
  switch (notice.kind) {
    case 'review-published':
      return `${by} has reviewed your attempt at ${study}.`;
    case 'comment-reply':
      return `${by} replied to a comment on ${attemptOf(notice.reader, study)}.`;
    case 'comment-resolved':
      return `${by} resolved a comment on ${attemptOf(notice.reader, study)}.`;
    case 'share-opened':
      return `${by} accepted your attempt at ${study} for review.`;
    case 'review-requested': {
      const from = notice.groupName === null ? '' : ` in ${short(notice.groupName)}`;
      return `${by} asks for a review of ${study}${from}.`;
    }
    case 'claimed':
      return `${by} is reviewing your attempt at ${study}.`;
    case 'assigned': {
      const due = notice.dueAt === null ? '' : `, due on ${notice.dueAt.slice(0, 10)}`;
      return `${by} assigned ${study} in ${short(notice.groupName)}${due}.`;
    }
    case 'joined':
      return `${by} joined ${short(notice.groupName)}.`;
    case 'nudge':
      return nudgeText(notice.about, by, study);
    case 'nudge-assignment':
      return `${by} reminds you of ${study}, assigned in ${short(notice.groupName)}.`;
  }
}

function nudgeText(about: Extract<Notice, { kind: 'nudge' }>['about'], by: string, study: string): string {
  switch (about) {
    case 'review':
      return `${by} is waiting for your review of ${study}.`;
    case 'replies':
      return `${by} is waiting for your replies to the comments on ${study}.`;
    case 'attempt':
      return `${by} reminds you of your next attempt at ${study}.`;
  }
}

const attemptOf = (reader: 'candidate' | 'coach', study: string) =>
  reader === 'candidate' ? `your attempt at ${study}` : `an attempt at ${study} that you reviewed`;
