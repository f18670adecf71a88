import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { RequestResetForm, SetPasswordForm } from '@/components/account/reset-forms';
import { sendsMail } from '@/lib/loaders/load-sign-in';

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function ResetPasswordPage({ searchParams }: Props) {
  await connection();
  const { token } = await searchParams;
  const mail = sendsMail();
  return (
    <div className="mx-auto w-full max-w-[440px] px-4 py-10 sm:px-6 sm:py-14">
      {typeof token === 'string' && token !== '' ? (
        <>
          <h1 className="font-reading text-display font-semibold tracking-tight">Set a new password</h1>
          <div className="mt-6">
            <SetPasswordForm token={token} />
          </div>
          <p className="mt-6">
            <Link href="/reset-password" prefetch={false} className="text-link">
              Ask for another link
            </Link>
          </p>
        </>
      ) : (
        <>
          <h1 className="font-reading text-display font-semibold tracking-tight">Forgotten your password?</h1>
          <p className="mt-6 text-muted">
            {mail
              ? 'You get a link by e-mail that sets a new one.'
              : 'This server sends no e-mail. The reset link is printed to the server’s log: ask whoever runs the server to give it to you.'}
          </p>
          <div className="mt-6">
            <RequestResetForm sendsMail={mail} />
          </div>
          <p className="mt-6">
            <Link href="/sign-in" prefetch={false} className="text-link">
              Back to signing in
            </Link>
          </p>
        </>
      )}
    </div>
  );
}
