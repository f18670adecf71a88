import type { Notice } from './notice';

/** Longer ones are cut: a name is whatever somebody typed. */
const LONGEST_NAME = 80;

function short(name: string): string {
  const points = [...name.trim()];
  return points.length > LONGEST_NAME ? `${points.slice(0, LONGEST_NAME).join('')}…` : points.join('') || 'Somebody';
}

/**
 * What a notice says and where it leads.
 *
 * @param caseTitle the title of the notice's case; null when the case is gone.
 * @returns `text`, one line for a person; `href`, a path of this app.
 */
export function noticeText(notice: Notice, caseTitle: string | null): { text: string; href: string } {
  const by = short(notice.by);
  const study = caseTitle ?? ('caseSlug' in notice ? notice.caseSlug : '');
  switch (notice.kind) {
    case 'review-published':
      return { text: `${by} has reviewed your attempt at ${study}.`, href: reviewsPath(notice.attemptId) };
    case 'comment-reply':
      return { text: `${by} replied to a comment on ${attemptOf(notice.reader, study)}.`, href: placeOf(notice) };
    case 'comment-resolved':
      return { text: `${by} resolved a comment on ${attemptOf(notice.reader, study)}.`, href: placeOf(notice) };
    case 'share-opened':
      return { text: `${by} accepted your attempt at ${study} for review.`, href: attemptPath(notice.attemptId) };
    case 'review-requested': {
      const from = notice.groupName === null ? '' : ` in ${short(notice.groupName)}`;
      return { text: `${by} asks for a review of ${study}${from}.`, href: deskPath(notice.attemptId) };
    }
    case 'claimed':
      return { text: `${by} is reviewing your attempt at ${study}.`, href: attemptPath(notice.attemptId) };
    case 'assigned': {
      const due = notice.dueAt === null ? '' : `, due on ${notice.dueAt.slice(0, 10)}`;
      return { text: `${by} assigned ${study} in ${short(notice.groupName)}${due}.`, href: groupPath(notice.groupId) };
    }
    case 'joined':
      return { text: `${by} joined ${short(notice.groupName)}.`, href: groupPath(notice.groupId) };
    case 'nudge':
      return nudgeText(notice, by, study);
    case 'nudge-assignment':
      return {
        text: `${by} reminds you of ${study}, assigned in ${short(notice.groupName)}.`,
        href: groupPath(notice.groupId),
      };
  }
}

function nudgeText(notice: Extract<Notice, { kind: 'nudge' }>, by: string, study: string) {
  switch (notice.about) {
    case 'review':
      return { text: `${by} is waiting for your review of ${study}.`, href: deskPath(notice.attemptId) };
    case 'replies':
      return {
        text: `${by} is waiting for your replies to the comments on ${study}.`,
        href: reviewsPath(notice.attemptId),
      };
    case 'attempt':
      return { text: `${by} reminds you of your next attempt at ${study}.`, href: attemptPath(notice.attemptId) };
  }
}

const attemptOf = (reader: 'candidate' | 'coach', study: string) =>
  reader === 'candidate' ? `your attempt at ${study}` : `an attempt at ${study} that you reviewed`;

const placeOf = ({ reader, attemptId }: { readonly reader: 'candidate' | 'coach'; readonly attemptId: string }) =>
  reader === 'candidate' ? reviewsPath(attemptId) : deskPath(attemptId);

const attemptPath = (id: string) => `/attempts/${encodeURIComponent(id)}`;
const reviewsPath = (id: string) => `${attemptPath(id)}/reviews`;
const deskPath = (id: string) => `/review/${encodeURIComponent(id)}`;
const groupPath = (id: string) => `/groups/${encodeURIComponent(id)}`;
