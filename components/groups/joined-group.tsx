import type { GroupDetail } from '@/lib/core/review/group-api';
import { AssignedList } from './assigned-list';
import { LeaveGroup } from './end-group';

/** A group as its members see it. `nowMs`: when the page was made. */
export function JoinedGroupView({ group, userId, nowMs }: { group: GroupDetail; userId: string; nowMs: number }) {
  return (
    <>
      <section aria-labelledby="assigned">
        <h2 id="assigned" className="mb-3 font-reading text-title font-semibold">
          Assigned to you
        </h2>
        {group.assignments.length === 0 ? (
          <p className="max-w-[66ch] text-muted">
            Nothing yet. What the coaches assign appears here and on your home page. Any attempt that you have submitted
            can be shared with the group, from its own page.
          </p>
        ) : (
          <AssignedList
            assigned={group.assignments.map((one) => ({ ...one, groupId: group.id, groupName: group.name }))}
            withGroup={false}
            nowMs={nowMs}
          />
        )}
      </section>
      <div className="no-print mt-10">
        <LeaveGroup groupId={group.id} name={group.name} userId={userId} />
      </div>
    </>
  );
}
