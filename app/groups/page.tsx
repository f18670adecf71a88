import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { UnreadNotices } from '@/app/unread-notices';
import { MakeGroup } from '@/components/groups/make-group';
import { AccountNeeded } from '@/components/sharing/account-needed';
import { Part } from '@/components/ui/part';
import { loadGroups } from '@/lib/loaders/load-groups';
import { findPageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Groups' };

const roleOf = ({ role, isOwner }: { role: 'coach' | 'member'; isOwner: boolean }) =>
  isOwner ? 'Owner' : role === 'coach' ? 'Coach' : 'Member';

export default async function GroupsPage() {
  const reader = await findPageReader(await headers());
  const isMember = reader !== null && !reader.isGuest;
  const groups = isMember ? (await loadGroups(reader)).groups : [];
  return (
    <div className="site-frame py-10 sm:py-14">
      <UnreadNotices />
      <div className="max-w-[860px]">
        <h1 className="font-reading text-display font-semibold tracking-tight">Groups</h1>
        <p className="mt-3 max-w-[66ch] font-reading text-reading text-muted">
          A group is for people who practise together with one coach or more. Coaches assign cases; members share the
          attempts that they want reviewed. What they do not share is not read.
        </p>
        {groups.length > 0 && (
          <ul aria-label="Your groups" className="mt-8 divide-y divide-rule border-t border-rule">
            {groups.map((group) => (
              <li key={group.id}>
                <Link
                  href={`/groups/${group.id}`}
                  prefetch={false}
                  className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 hover:text-accent"
                >
                  <bdi className="min-w-0 text-large font-medium wrap-anywhere">{group.name}</bdi>
                  <span className="text-muted">{roleOf(group)}</span>
                  <span className="text-muted tabular-nums sm:ml-auto">
                    {group.memberCount === 1 ? '1 person' : `${group.memberCount} people`}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <div className={groups.length > 0 ? '' : 'mt-8'}>
          {isMember ? (
            <>
              <Part id="make" title="Make a group" text="You become its owner and a coach.">
                <div className="max-w-[440px]">
                  <MakeGroup />
                </div>
              </Part>
              <Part id="join" title="Join one">
                <p className="max-w-[66ch]">A coach sends you the invite link of a group; open it to join.</p>
              </Part>
            </>
          ) : (
            <AccountNeeded next="/groups">
              Making and joining groups needs an account, because the others see your name. Everything you did as a
              guest comes with you.
            </AccountNeeded>
          )}
        </div>
      </div>
    </div>
  );
}
