import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { UnreadNotices } from '@/app/unread-notices';
import { ConfirmEmailForm } from '@/components/account/confirm-email-form';
import { buttonClass } from '@/components/ui/button';
import { signInPath } from '@/lib/core/next-path';
import { loadEmailToConfirm } from '@/lib/loaders/load-account';
import { findPageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Confirm an e-mail address', referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Where the link leads that was sent to a new address. To open it changes nothing: programs open what is in a mail, too. */
export default async function ConfirmEmailPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const given = typeof token === 'string' ? token : '';
  const reader = await findPageReader(await headers());
  if (!reader || reader.isGuest) redirect(signInPath(`/confirm-email?token=${encodeURIComponent(given)}`));
  const newEmail = await loadEmailToConfirm(reader, given, new Date());
  return (
    <div className="mx-auto w-full max-w-[440px] px-4 py-10 sm:px-6 sm:py-14">
      <UnreadNotices />
      <h1 className="font-reading text-display font-semibold tracking-tight">Confirm an e-mail address</h1>
      <div className="mt-6">
        {newEmail === null ? (
          <>
            <p>
              This link has been used already, is older than an hour, or is for another account than the one that you
              are signed in to.
            </p>
            <p className="mt-4">
              <Link href="/settings" prefetch={false} className={buttonClass()}>
                To your account
              </Link>
            </p>
          </>
        ) : (
          <ConfirmEmailForm token={given} newEmail={newEmail} />
        )}
      </div>
    </div>
  );
}
