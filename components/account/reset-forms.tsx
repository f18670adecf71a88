'use client';

import { LabelledInput } from '@/components/ui/labelled-input';
import { MIN_PASSWORD } from '@/lib/core/account-api';
import { AccountForm } from './account-form';

/** Asks for a reset link. The answer is the same for every address: it must not tell who has an account. */
export function RequestResetForm({ sendsMail }: { sendsMail: boolean }) {
  return (
    <AccountForm
      label="Ask for a reset link"
      action="/api/auth/request-password-reset"
      onDone={(_, { email = '' }) =>
        sendsMail
          ? `If ${email.trim()} has an account, a link is on its way there. It works for an hour, once.`
          : `If ${email.trim()} has an account, the link now stands in the server’s log. It works for an hour, once.`
      }
      submitLabel={sendsMail ? 'Send the link' : 'Print the link'}
      busyLabel="Asking"
      variant="primary"
    >
      {(errors) => (
        <LabelledInput
          label="E-mail address of the account"
          name="email"
          type="email"
          autoComplete="username"
          required
          error={errors.email}
        />
      )}
    </AccountForm>
  );
}

export function SetPasswordForm({ token }: { token: string }) {
  return (
    <AccountForm
      label="Set a new password"
      action="/api/auth/reset-password"
      bodyOf={({ newPassword }) => ({ token, newPassword })}
      onDone={() => {
        window.location.assign('/sign-in?reset=done');
        return null;
      }}
      submitLabel="Set the password"
      busyLabel="Setting the password"
      variant="primary"
    >
      {(errors) => (
        <LabelledInput
          label="New password"
          hint={`At least ${MIN_PASSWORD} characters. Every session of the account ends.`}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          required
          error={errors.newPassword}
        />
      )}
    </AccountForm>
  );
}
