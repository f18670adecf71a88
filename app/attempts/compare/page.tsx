import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { UnreadNotices } from '@/app/unread-notices';
import { Comparison } from '@/components/attempts/comparison';
import { PrintButton } from '@/components/attempts/print-button';
import { buttonClass } from '@/components/ui/button';
import { compareAttempts } from '@/lib/core/compare-attempts';
import { findOwnAttempt } from '@/lib/loaders/find-own-attempt';
import { findPageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Two attempts compared' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

function Refusal({ children }: { children: string }) {
  return (
    <>
      <h1 className="font-reading text-display font-semibold tracking-tight">Nothing to compare</h1>
      <p className="mt-3 max-w-[66ch] font-reading text-reading text-muted">{children}</p>
      <p className="mt-6">
        <Link href="/attempts" prefetch={false} className="text-link">
          Your attempts
        </Link>
      </p>
    </>
  );
}

export default async function ComparePage({ searchParams }: Props) {
  const { a, b, only } = await searchParams;
  if (typeof a !== 'string' || typeof b !== 'string' || a === b) {
    return <Refusal>Choose two different attempts at the same case in the list of your attempts.</Refusal>;
  }
  const reader = await findPageReader(await headers());
  if (!reader) notFound();
  const [before, after] = await Promise.all([findOwnAttempt(reader, a), findOwnAttempt(reader, b)]);
  if (!before || !after) notFound();
  if (before.caseSlug !== after.caseSlug) {
    return <Refusal>These two are at different cases. Choose two attempts at the same case.</Refusal>;
  }
  const onlyChanges = only === 'changes';
  const address = (first: string, second: string, changesOnly: boolean) =>
    `/attempts/compare?${new URLSearchParams({ a: first, b: second, ...(changesOnly ? { only: 'changes' } : {}) })}`;
  return (
    <>
      <UnreadNotices />
      <header>
        <p className="no-print text-muted">
          <Link href="/attempts" prefetch={false} className="text-link">
            Your attempts
          </Link>
        </p>
        <h1 className="mt-1 font-reading text-display font-semibold tracking-tight text-balance">
          {after.caseTitle ?? after.caseSlug}: two attempts compared
        </h1>
        <div className="no-print mt-5 flex flex-wrap gap-3">
          <Link href={address(b, a, onlyChanges)} prefetch={false} replace className={buttonClass()}>
            Swap before and after
          </Link>
          <Link href={address(a, b, !onlyChanges)} prefetch={false} replace scroll={false} className={buttonClass()}>
            {onlyChanges ? 'Show everything' : 'Show only what changed'}
          </Link>
          <PrintButton />
        </div>
      </header>
      <Comparison
        before={before}
        after={after}
        comparisons={compareAttempts(before, after)}
        onlyChanges={onlyChanges}
      />
    </>
  );
}
