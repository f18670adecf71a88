import { Part } from '@/components/ui/part';
import type { GroupDetail } from '@/lib/core/review/group-api';
import { type AssignableCase, AssignForm } from './assign-form';
import { ASSIGNMENTS_ID, PEOPLE_ID } from './element-ids';
import { DeleteGroup, LeaveGroup } from './end-group';
import { HandOver } from './hand-over';
import { InviteLink } from './invite-link';
import { LedAssignment } from './led-assignment';
import { MemberRow } from './member-row';
import { RenameGroup } from './rename-group';

const NO_PROGRESS = {};

/** A group as its coaches see it. `nowMs`: when the page was made. */
export function LedGroup({
  group,
  led,
  cases,
  nowMs,
}: {
  group: GroupDetail;
  led: NonNullable<GroupDetail['led']>;
  cases: readonly AssignableCase[];
  nowMs: number;
}) {
  const me = led.members.find(({ isMe }) => isMe);
  const heading = 'font-reading text-title font-semibold scroll-mt-20 outline-none';
  return (
    <>
      <section aria-labelledby={ASSIGNMENTS_ID}>
        <h2 id={ASSIGNMENTS_ID} tabIndex={-1} className={heading}>
          Assignments
        </h2>
        <AssignForm groupId={group.id} cases={cases} />
        {group.assignments.length === 0 ? (
          <p className="mt-4 max-w-[66ch] text-muted">
            None yet. Members find an assigned case on their home page, and you see here who has started, submitted,
            shared it with the group, and been reviewed.
          </p>
        ) : (
          <ul className="mt-4 divide-y divide-rule border-t border-rule">
            {group.assignments.map((assignment, index) => (
              <LedAssignment
                key={assignment.id}
                groupId={group.id}
                assignment={assignment}
                members={led.members}
                progress={led.progress[assignment.id] ?? NO_PROGRESS}
                startsOpen={index === 0}
                nowMs={nowMs}
              />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby={PEOPLE_ID} className="mt-10">
        <h2 id={PEOPLE_ID} tabIndex={-1} className={heading}>
          People
        </h2>
        {led.members.length === 1 && (
          <p className="mt-2 max-w-[66ch] text-muted">Only you so far. Send the invite link to whoever should join.</p>
        )}
        <ul className="mt-3 divide-y divide-rule border-t border-rule">
          {me &&
            led.members.map((member) => (
              <MemberRow key={member.userId} groupId={group.id} groupName={group.name} member={member} me={me} />
            ))}
        </ul>
      </section>
      <div className="no-print mt-10">
        <Part id="invite" title="Invite link" text="Whoever has it can join as a member.">
          <InviteLink groupId={group.id} url={led.inviteUrl} />
        </Part>
        <Part id="name" title="Name">
          <RenameGroup key={group.name} groupId={group.id} name={group.name} />
        </Part>
        {group.isOwner ? (
          <>
            <Part id="owner" title="Owner" text="Only the owner removes coaches and deletes the group.">
              <HandOver
                groupId={group.id}
                coaches={led.members.filter((member) => member.role === 'coach' && !member.isMe)}
              />
            </Part>
            <Part id="end" title="Delete the group">
              <DeleteGroup
                groupId={group.id}
                name={group.name}
                memberCount={group.memberCount}
                assignmentCount={group.assignments.length}
              />
            </Part>
          </>
        ) : (
          <Part id="end" title="Leave">
            {me && <LeaveGroup groupId={group.id} name={group.name} userId={me.userId} />}
          </Part>
        )}
      </div>
    </>
  );
}
