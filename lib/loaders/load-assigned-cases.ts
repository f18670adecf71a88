import { furthest } from '@/lib/core/review/assignment-progress';
import type { AssignedCase } from '@/lib/core/review/group-api';
import { findAssignedAttempts } from '@/lib/db/assignment-progress';
import { findAssignmentsOf } from '@/lib/db/assignments';
import { findGroupsOf } from '@/lib/db/groups';
import { viewAssignment } from './load-group';
import type { Reader } from './reader';

/**
 * What the groups that one is a member of have assigned and their coaches do not have yet, also where it is submitted and only not
 * shared: what is due first first.
 */
export async function loadAssignedCases({ database, userId }: Reader): Promise<AssignedCase[]> {
  const groups = (await findGroupsOf(database, userId)).filter(({ role }) => role === 'member');
  const assigned = await Promise.all(
    groups.map(async (group): Promise<AssignedCase[]> => {
      const assignments = await findAssignmentsOf(database, [group.id]);
      const attempts = await findAssignedAttempts(database, {
        groupId: group.id,
        assignmentIds: assignments.map(({ id }) => id),
        userId,
      });
      return assignments.map((assignment) => ({
        ...viewAssignment(assignment),
        groupId: group.id,
        groupName: group.name,
        mine: furthest(
          attempts.filter((one) => one.assignmentId === assignment.id),
          { forCoach: false },
        ),
      }));
    }),
  );
  const dueMs = ({ dueAt }: AssignedCase) => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt));
  return assigned
    .flat()
    .filter(({ mine }) => mine.state !== 'shared' && mine.state !== 'reviewed')
    .sort((a, b) => (dueMs(a) === dueMs(b) ? Date.parse(b.createdAt) - Date.parse(a.createdAt) : dueMs(a) - dueMs(b)));
}
