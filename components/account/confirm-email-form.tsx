'use client';

import { AccountForm } from './account-form';

/** Takes the new address by a press; then the account says it. */
export function ConfirmEmailForm({ token, newEmail }: { token: string; newEmail: string }) {
  return (
    <AccountForm
      label="Confirm an e-mail address"
      action="/api/auth/confirm-email"
      bodyOf={() => ({ token })}
      onDone={() => {
        window.location.assign('/settings');
        return null;
      }}
      submitLabel="Use this address"
      busyLabel="Changing"
      variant="primary"
    >
      {() => (
        <p>
          From then on you sign in with <strong className="font-medium break-all">{newEmail}</strong>.
        </p>
      )}
    </AccountForm>
  );
}
