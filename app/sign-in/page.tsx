import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { ProviderButtons } from '@/components/account/provider-buttons';
import { CreateAccountForm, SignInForm } from '@/components/account/sign-in-forms';
import { nextPath } from '@/lib/core/next-path';
import { loadAttempts } from '@/lib/loaders/load-attempts';
import { offeredProviders } from '@/lib/loaders/load-sign-in';
import { findPageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Sign in' };

type Query = Readonly<Record<'next' | 'mode' | 'error' | 'reset', string | string[] | undefined>>;

const ERRORS: Readonly<Record<string, string>> = {
  account_not_linked:
    'There is an account with your e-mail address that was made with a password. Sign in with the password instead.',
  access_denied: 'You broke off before the other side had signed you in. Nothing has changed.',
  email_not_found: 'The other side did not give your e-mail address. Create an account with a password instead.',
};
const ANY_ERROR = 'Signing in by the other side did not work. Nothing has changed; try again.';

/** What a guest has, in words. */
function possessions(count: number): string {
  if (count === 0) return 'Everything you do as a guest';
  return count === 1 ? 'Your attempt as a guest' : `Your ${count} attempts as a guest`;
}

function Modes({ isNew, next }: { isNew: boolean; next: string }) {
  const address = (mode: string) => `/sign-in?mode=${mode}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`;
  const item = (mode: string, label: string, isCurrent: boolean) => (
    <li>
      <Link
        href={address(mode)}
        prefetch={false}
        aria-current={isCurrent ? 'page' : undefined}
        className="block border-b-2 border-transparent py-1 text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
      >
        {label}
      </Link>
    </li>
  );
  return (
    <nav aria-label="Sign in or create an account" className="mt-6">
      <ul className="flex flex-wrap gap-x-5">
        {item('in', 'I have an account', !isNew)}
        {item('new', 'I am new here', isNew)}
      </ul>
    </nav>
  );
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = nextPath(query.next);
  const reader = await findPageReader(await headers());
  if (reader && !reader.isGuest) redirect(next);
  const kept = reader ? (await loadAttempts(reader)).length : 0;
  // Whoever has only ever been a guest most likely has no account yet.
  const isNew = query.mode === 'new' || (query.mode !== 'in' && reader !== null && query.reset !== 'done');
  const providers = offeredProviders();
  const error = typeof query.error === 'string' ? (ERRORS[query.error] ?? ANY_ERROR) : null;
  return (
    <div className="mx-auto w-full max-w-[440px] px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="font-reading text-display font-semibold tracking-tight">
        {isNew ? 'Create an account' : 'Sign in'}
      </h1>
      <Modes isNew={isNew} next={next} />
      {query.reset === 'done' && (
        <p role="status" className="mt-6">
          The new password is set. Sign in with it.
        </p>
      )}
      {error && (
        <p role="alert" className="mt-6 text-danger">
          {error}
        </p>
      )}
      <p className="mt-6 text-muted">
        {reader
          ? isNew
            ? `${possessions(kept)} becomes the account’s as it is: nothing is copied, nothing is left behind.`
            : `${possessions(kept)} moves into the account that you sign in to.`
          : isNew
            ? 'With an account you practise on several devices, ask for reviews, and review others. Practising needs none.'
            : 'Practising needs no account. Asking for a review, reviewing, and groups do.'}
      </p>
      <div className="mt-6">
        {isNew ? <CreateAccountForm next={next} isGuest={reader !== null} /> : <SignInForm next={next} />}
      </div>
      {providers.length > 0 && (
        <section aria-label="Other ways" className="mt-8 border-t border-rule pt-6">
          <ProviderButtons providers={providers} next={next} />
        </section>
      )}
    </div>
  );
}
