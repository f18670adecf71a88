import { findCase } from '@/lib/content/library';
import { authorise, may } from '@/lib/core/review/access';
import { furthest } from '@/lib/core/review/assignment-progress';
import type { AssignmentView, GroupDetail, Invite } from '@/lib/core/review/group-api';
import { type AssignedAttempt, findAssignedAttempts } from '@/lib/db/assignment-progress';
import { type AssignmentRow, findAssignmentsOf } from '@/lib/db/assignments';
import { findMembers } from '@/lib/db/group-members';
import { findGroupStanding, NO_GROUP } from '@/lib/db/group-standing';
import type { Reader } from './reader';

/** What everybody in a group sees of an assignment. */
export function viewAssignment({ dueAt, createdAt, groupId: _, ...rest }: AssignmentRow): AssignmentView {
  return {
    ...rest,
    caseTitle: findCase(rest.caseSlug)?.title ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/**
 * A group as one of its people sees it: everybody its coaches and assignments with how far they have come themselves;
 * coaches also the members, the invite link, and how far each has come.
 *
 * @param inviteUrl makes the address of an invite link.
 * @throws AppError `not-found`.
 */
export async function loadGroup(
  { database, userId }: Reader,
  groupId: string,
  inviteUrl: (token: string) => string,
): Promise<GroupDetail> {
  const { group, standing } = await findGroupStanding(database, groupId, userId);
  authorise('read-group', standing, NO_GROUP);
  const leads = may('lead-group', standing);
  const [members, assignments] = await Promise.all([
    findMembers(database, group.id),
    findAssignmentsOf(database, [group.id]),
  ]);
  const attempts = await findAssignedAttempts(database, {
    groupId: group.id,
    assignmentIds: assignments.map(({ id }) => id),
    userId: leads ? null : userId,
  });
  const of = (assignmentId: string, who: string) =>
    attempts.filter((one) => one.assignmentId === assignmentId && one.userId === who);
  const invite: Invite = { token: group.inviteToken, inviteUrl: inviteUrl(group.inviteToken) };
  return {
    id: group.id,
    name: group.name,
    role: members.find((member) => member.userId === userId)?.role ?? 'member',
    memberCount: members.length,
    isOwner: group.ownerId === userId,
    coaches: members
      .filter(({ role }) => role === 'coach')
      .map((coach) => ({ name: coach.name, isOwner: coach.userId === group.ownerId })),
    assignments: assignments.map((assignment) => ({
      ...viewAssignment(assignment),
      mine: furthest(of(assignment.id, userId), { forCoach: false }),
    })),
    led: leads
      ? {
          ...invite,
          members: members.map((member) => ({
            ...member,
            joinedAt: member.joinedAt.toISOString(),
            isOwner: member.userId === group.ownerId,
            isMe: member.userId === userId,
          })),
          progress: progressTable(attempts),
        }
      : null,
  };
}

/** By assignment, then by person. */
function progressTable(attempts: readonly AssignedAttempt[]): NonNullable<GroupDetail['led']>['progress'] {
  const table = new Map<string, Map<string, AssignedAttempt[]>>();
  for (const attempt of attempts) {
    const row = table.get(attempt.assignmentId) ?? new Map<string, AssignedAttempt[]>();
    row.set(attempt.userId, [...(row.get(attempt.userId) ?? []), attempt]);
    table.set(attempt.assignmentId, row);
  }
  return Object.fromEntries(
    [...table].map(([assignmentId, row]) => [
      assignmentId,
      Object.fromEntries([...row].map(([userId, theirs]) => [userId, furthest(theirs, { forCoach: true })])),
    ]),
  );
}
