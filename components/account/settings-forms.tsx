'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { LabelledInput } from '@/components/ui/labelled-input';
import { MIN_PASSWORD } from '@/lib/core/account-api';
import { AccountForm } from './account-form';

export function NameForm({ name }: { name: string }) {
  const router = useRouter();
  return (
    <AccountForm
      label="Name"
      method="PATCH"
      action="/api/me"
      onDone={() => {
        router.refresh();
        return 'The name is changed.';
      }}
      keepFields
      submitLabel="Change name"
      busyLabel="Changing"
    >
      {(errors) => (
        <LabelledInput label="Name" name="name" defaultValue={name} autoComplete="name" required error={errors.name} />
      )}
    </AccountForm>
  );
}

/** What is waited for, and where the link is. */
function Unconfirmed({ newEmail, sendsMail }: { newEmail: string; sendsMail: boolean }) {
  return (
    <p className="border-l-2 border-accent pl-3">
      <strong className="font-medium break-all">{newEmail}</strong> is not confirmed yet.{' '}
      {sendsMail
        ? 'Open the link that was sent there within an hour of asking; until then your address stays as it is.'
        : 'This server sends no e-mail: the link stands in its log. Ask whoever runs the server for it within an hour; until then your address stays as it is.'}
    </p>
  );
}

export function EmailForm({
  email,
  unconfirmed,
  sendsMail,
  hasPassword,
}: {
  email: string;
  /** The address that was asked for and is not confirmed. */
  unconfirmed: string | null;
  sendsMail: boolean;
  hasPassword: boolean;
}) {
  const router = useRouter();
  const [asksPassword, setAsksPassword] = useState(false);
  return (
    <AccountForm
      label="E-mail address"
      action="/api/auth/change-email"
      bodyOf={({ newEmail, password }) => ({ newEmail, ...(password ? { password } : {}) })}
      onRefused={({ code }) => code === 'needs-password' && setAsksPassword(hasPassword)}
      onDone={(_, { newEmail = '' }) => {
        router.refresh();
        // The answer does not tell whether somebody else has the address.
        return sendsMail
          ? `If ${newEmail.trim()} can be used, a link is on its way there.`
          : `If ${newEmail.trim()} can be used, the link now stands in the server’s log.`;
      }}
      submitLabel="Change e-mail address"
      busyLabel="Asking"
    >
      {(errors) => (
        <>
          <p>
            You sign in with <strong className="font-medium break-all">{email}</strong>.
          </p>
          {unconfirmed !== null && <Unconfirmed newEmail={unconfirmed} sendsMail={sendsMail} />}
          <LabelledInput
            label="New e-mail address"
            hint={
              sendsMail
                ? 'A link goes there. The address is yours once you have opened it.'
                : 'It is yours once you have opened a link, which is printed to the server’s log.'
            }
            name="newEmail"
            type="email"
            autoComplete="email"
            required
            error={errors.newEmail}
          />
          {asksPassword && (
            <LabelledInput
              label="Your password"
              name="password"
              type="password"
              autoComplete="current-password"
              error={errors.password}
            />
          )}
        </>
      )}
    </AccountForm>
  );
}

export function PasswordForm() {
  const router = useRouter();
  return (
    <AccountForm
      label="Password"
      action="/api/auth/change-password"
      bodyOf={({ currentPassword, newPassword, others }) => ({
        currentPassword,
        newPassword,
        revokeOtherSessions: others === 'on',
      })}
      onDone={(_, { others }) => {
        router.refresh();
        return others === 'on'
          ? 'The password is changed, and all other sessions have ended.'
          : 'The password is changed.';
      }}
      submitLabel="Change password"
      busyLabel="Changing"
    >
      {(errors) => (
        <>
          <LabelledInput
            label="Password now"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
            error={errors.currentPassword}
          />
          <LabelledInput
            label="New password"
            hint={`At least ${MIN_PASSWORD} characters.`}
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            error={errors.newPassword}
          />
          <label className="flex items-start gap-2">
            <input type="checkbox" name="others" defaultChecked className="mt-1" />
            <span>End all other sessions</span>
          </label>
        </>
      )}
    </AccountForm>
  );
}

export function NoticesForm({ emailNotices }: { emailNotices: boolean }) {
  return (
    <AccountForm
      label="Notices"
      method="PATCH"
      action="/api/me"
      bodyOf={({ emailNotices: wanted }) => ({ emailNotices: wanted === 'on' })}
      onDone={(_, { emailNotices: wanted }) =>
        wanted === 'on' ? 'Notices also come by e-mail.' : 'Notices stay here; no e-mail is sent.'
      }
      keepFields
      submitLabel="Keep this choice"
      busyLabel="Keeping it"
    >
      {() => (
        <label className="flex items-start gap-2">
          <input type="checkbox" name="emailNotices" defaultChecked={emailNotices} className="mt-1" />
          <span>Send notices by e-mail too</span>
        </label>
      )}
    </AccountForm>
  );
}
