import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { signInPath } from '@/lib/core/next-path';
import { loadNextInQueue } from '@/lib/loaders/load-next-in-queue';
import { findPageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Next to review' };

type Props = { searchParams: Promise<{ after?: string | string[] }> };

/** Leads to the attempt that waits longest and that nobody is at. */
export default async function NextPage({ searchParams }: Props) {
  const reader = await findPageReader(await headers());
  if (!reader || reader.isGuest) redirect(signInPath('/review/next'));
  const { after } = await searchParams;
  const behind = typeof after === 'string' && after !== '' ? after : null;
  const { attemptId } = await loadNextInQueue(reader, behind, new Date());
  if (attemptId !== null) redirect(`/review/${attemptId}`);
  return (
    <>
      <h1 className="font-reading text-display font-semibold tracking-tight">Nothing is next</h1>
      <p className="mt-3 max-w-[66ch] font-reading text-reading text-muted">
        Nothing waits that nobody is at.{' '}
        <Link href="/review" prefetch={false} className="text-link">
          All reviews
        </Link>
      </p>
    </>
  );
}
