import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { UnreadNotices } from '@/app/unread-notices';
import { DeleteAccount } from '@/components/account/delete-account';
import { SessionList } from '@/components/account/session-list';
import { EmailForm, NameForm, NoticesForm, PasswordForm } from '@/components/account/settings-forms';
import { SignOutButton } from '@/components/account/sign-out-button';
import { buttonClass } from '@/components/ui/button';
import { sessionOf } from '@/lib/auth/current-user';
import { FRESH_SESSION_MS, PROVIDER_NAMES } from '@/lib/core/account-api';
import { signInPath } from '@/lib/core/next-path';
import { loadAccount, loadSessions } from '@/lib/loaders/load-account';
import { loadAttempts } from '@/lib/loaders/load-attempts';
import { sendsMail } from '@/lib/loaders/load-sign-in';
import { findPageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Account' };

/** What a part is for on the left, what can be done on the right. */
function Part({ id, title, text, children }: { id: string; title: string; text?: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-t border-rule py-8 md:grid-cols-[260px_minmax(0,440px)]"
    >
      <div>
        <h2 id={id} className="font-reading text-title font-semibold">
          {title}
        </h2>
        {text && <p className="mt-1 text-muted">{text}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}

export default async function SettingsPage() {
  const sent = await headers();
  const reader = await findPageReader(sent);
  if (!reader || reader.isGuest) redirect(signInPath('/settings'));
  const now = new Date();
  const session = await sessionOf(sent);
  const [account, sessions, attempts] = await Promise.all([
    loadAccount(reader, now),
    loadSessions(reader, session?.token ?? null, now),
    loadAttempts(reader),
  ]);
  const providers = account.providers.map((provider) => PROVIDER_NAMES[provider]).join(' and ');
  const isFresh = session !== null && now.getTime() - session.startedAt.getTime() < FRESH_SESSION_MS;
  return (
    <div className="site-frame py-10 sm:py-14">
      <UnreadNotices />
      <div className="flex flex-wrap items-end justify-between gap-4 pb-8">
        <h1 className="font-reading text-display font-semibold tracking-tight">Account</h1>
        <SignOutButton />
      </div>
      <Part
        id="name"
        title="Name"
        text="What coaches see over your attempts, candidates over your reviews, and groups in their lists."
      >
        <NameForm name={account.name} />
      </Part>
      <Part id="email" title="E-mail address" text="Nobody else sees it.">
        <EmailForm
          email={account.email ?? ''}
          unconfirmed={account.unconfirmedEmail}
          sendsMail={sendsMail()}
          hasPassword={account.hasPassword}
        />
      </Part>
      <Part id="password" title="Password" {...(providers ? { text: `You can also sign in with ${providers}.` } : {})}>
        {account.hasPassword ? (
          <PasswordForm />
        ) : (
          <p>
            There is none yet.{' '}
            <Link href="/reset-password" prefetch={false} className="text-link">
              Ask for a link to set one
            </Link>
          </p>
        )}
      </Part>
      <Part id="notices" title="Notices" text="A review is published, a case is assigned, somebody replies.">
        {sendsMail() ? (
          <NoticesForm emailNotices={account.emailNotices} />
        ) : (
          <p>This server sends no e-mail: notices are shown here only.</p>
        )}
      </Part>
      <Part id="sessions" title="Sessions" text="Where you are signed in.">
        <SessionList sessions={sessions} />
      </Part>
      <Part
        id="data"
        title="Your data"
        text="One JSON file: account, attempts with every save, reviews, groups, notices."
      >
        <a href="/api/me/export" download className={buttonClass()}>
          Export my data
        </a>
      </Part>
      <Part id="delete" title="Delete account" text="With everything in it. There is no way back.">
        <DeleteAccount
          personId={account.id}
          attemptIds={attempts.map((attempt) => attempt.id)}
          hasPassword={account.hasPassword}
          isFresh={isFresh}
        />
      </Part>
    </div>
  );
}
