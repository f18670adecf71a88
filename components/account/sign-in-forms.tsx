'use client';

import Link from 'next/link';
import { LabelledInput } from '@/components/ui/labelled-input';
import { MIN_PASSWORD } from '@/lib/core/account-api';
import { AccountForm } from './account-form';

const goOn = (next: string) => {
  // Anew from the server: everything on the page may look different to somebody who is signed in.
  window.location.assign(next);
  return null;
};

export function SignInForm({ next }: { next: string }) {
  return (
    <AccountForm
      label="Sign in"
      action="/api/auth/sign-in/email"
      onDone={() => goOn(next)}
      submitLabel="Sign in"
      busyLabel="Signing in"
      variant="primary"
    >
      {(errors) => (
        <>
          <LabelledInput
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={errors.email}
          />
          <LabelledInput
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errors.password}
          />
          <p>
            <Link href="/reset-password" prefetch={false} className="text-link">
              Forgotten your password?
            </Link>
          </p>
        </>
      )}
    </AccountForm>
  );
}

/** Makes an account; a guest's own row becomes it. */
export function CreateAccountForm({ next, isGuest }: { next: string; isGuest: boolean }) {
  return (
    <AccountForm
      label="Create an account"
      action={isGuest ? '/api/auth/claim-guest' : '/api/auth/sign-up/email'}
      onDone={() => goOn(next)}
      submitLabel="Create account"
      busyLabel="Creating the account"
      variant="primary"
    >
      {(errors) => (
        <>
          <LabelledInput
            label="Name"
            hint="Coaches and groups that you choose see it."
            name="name"
            autoComplete="name"
            required
            error={errors.name}
          />
          <LabelledInput
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={errors.email}
          />
          <LabelledInput
            label="Password"
            hint={`At least ${MIN_PASSWORD} characters.`}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            error={errors.password}
          />
        </>
      )}
    </AccountForm>
  );
}
