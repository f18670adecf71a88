import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { JoinGroup } from '@/components/groups/join-group';
import { AccountNeeded } from '@/components/sharing/account-needed';
import { buttonClass } from '@/components/ui/button';
import { loadInvitePreview } from '@/lib/loaders/load-invite-preview';
import { findLinkReader } from '@/lib/loaders/page-reader';

type Props = { params: Promise<{ token: string }> };

/** Once for the title and the page. */
const findPreview = cache(async (token: string) => {
  const reader = await findLinkReader(await headers());
  return { isMember: reader.isMember, preview: await loadInvitePreview(reader, token) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { preview } = await findPreview((await params).token);
  return {
    title: preview ? `Join ${preview.groupName}` : 'Nothing here',
    // Whoever has the address has the link.
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const { isMember, preview } = await findPreview(token);
  if (!preview) notFound();
  const { groupName, coaches, memberCount, groupId } = preview;
  return (
    <div className="mx-auto w-full max-w-[68ch] px-4 py-10 sm:px-6 sm:py-14">
      <p className="text-large text-muted">Invitation to a group</p>
      <h1 dir="auto" className="mt-1 font-reading text-display font-semibold tracking-tight text-balance wrap-anywhere">
        {groupName}
      </h1>
      <p className="mt-1 text-muted wrap-anywhere">
        Coached by <bdi className="text-ink">{coaches.join(', ')}</bdi> ·{' '}
        {memberCount === 1 ? '1 person' : `${memberCount} people`}
      </p>
      <p className="mt-6 font-reading text-reading">
        Its coaches assign cases, and see your name and how far you have come with what they assigned. They read the
        attempts that you share with the group, and no others. You can leave at any time.
      </p>
      <div className="mt-8 border-t border-rule pt-6">
        {groupId !== null ? (
          <>
            <p>You are in this group.</p>
            <p className="mt-4">
              <Link href={`/groups/${groupId}`} prefetch={false} className={buttonClass('primary')}>
                Open the group
              </Link>
            </p>
          </>
        ) : isMember ? (
          <JoinGroup token={token} />
        ) : (
          <AccountNeeded next={`/groups/join/${token}`}>
            Joining needs an account, because the coaches see your name. You come back to this page, and everything you
            did as a guest comes with you.
          </AccountNeeded>
        )}
      </div>
    </div>
  );
}
