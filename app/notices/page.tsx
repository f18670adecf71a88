import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { UnreadNotices } from '@/app/unread-notices';
import { NoticeList } from '@/components/notices/notice-list';
import { AccountNeeded } from '@/components/sharing/account-needed';
import { buttonClass } from '@/components/ui/button';
import { AppError } from '@/lib/core/app-error';
import { loadNotices } from '@/lib/loaders/load-notices';
import { findPageReader, type PageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Notices' };

type Props = { searchParams: Promise<{ cursor?: string | string[] }> };

/** Null for a place in the list that is none of ours. */
async function findNotices(reader: PageReader, cursor: string | null) {
  try {
    return await loadNotices(reader, cursor, new Date());
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return null;
    throw error;
  }
}

function Nothing({ isOlder }: { isOlder: boolean }) {
  return (
    <p className="mt-3 max-w-[66ch] font-reading text-reading text-muted">
      {isOlder
        ? 'There are no older ones.'
        : 'There are none yet. You are told here when somebody takes your attempt for review, publishes a review, replies to a comment, assigns you a case, or reminds you of one.'}
    </p>
  );
}

export default async function NoticesPage({ searchParams }: Props) {
  const reader = await findPageReader(await headers());
  const { cursor } = await searchParams;
  const from = typeof cursor === 'string' ? cursor : null;
  const page = reader && !reader.isGuest ? await findNotices(reader, from) : undefined;
  if (page === null) notFound();
  return (
    <div className="site-frame py-10 sm:py-14">
      <UnreadNotices />
      <div className="max-w-[860px]">
        <h1 className="font-reading text-display font-semibold tracking-tight">Notices</h1>
        {page === undefined ? (
          <div className="mt-4">
            <AccountNeeded next="/notices">
              Notices tell what coaches, candidates and groups did, and come with an account.
            </AccountNeeded>
          </div>
        ) : page.notices.length === 0 ? (
          <Nothing isOlder={from !== null} />
        ) : (
          <div className="mt-4">
            <NoticeList notices={page.notices} unread={page.unread} />
          </div>
        )}
        {page && (page.nextCursor !== null || from !== null) && (
          <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
            {from !== null && (
              <Link href="/notices" prefetch={false} className={buttonClass()}>
                Newest
              </Link>
            )}
            {page.nextCursor !== null && (
              <Link
                href={`/notices?cursor=${encodeURIComponent(page.nextCursor)}`}
                prefetch={false}
                className={buttonClass()}
              >
                Older
              </Link>
            )}
          </nav>
        )}
      </div>
    </div>
  );
}
