'use client';

import { useRef, useState } from 'react';
import { forgetOnDevice, forgetPerson } from '@/components/attempts/forget-on-device';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { LabelledInput } from '@/components/ui/labelled-input';
import { useHydrated } from '@/components/ui/use-hydrated';
import { sendRequest } from './send-request';

function workOf(attempts: number): string {
  if (attempts === 0) return 'Your name and address,';
  return `${attempts === 1 ? '1 attempt' : `${attempts} attempts`} with every answer and earlier save,`;
}

/** Deletes the account after a typed word, and after the password where the session is no longer new. */
export function DeleteAccount({
  personId,
  attemptIds,
  hasPassword,
  isFresh,
}: {
  personId: string;
  attemptIds: readonly string[];
  hasPassword: boolean;
  /** Signed in a moment ago: then no password is asked for. */
  isFresh: boolean;
}) {
  const hydrated = useHydrated();
  const button = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const [asksPassword, setAsksPassword] = useState(hasPassword && !isFresh);
  const [password, setPassword] = useState('');

  async function remove(): Promise<string | null> {
    const outcome = await sendRequest('DELETE', '/api/me', asksPassword ? { password } : {});
    if (!outcome.ok) {
      if (outcome.code === 'needs-password') setAsksPassword(hasPassword);
      return outcome.fields.password ?? outcome.message;
    }
    await forgetOnDevice(attemptIds);
    await forgetPerson(personId);
    window.location.assign('/');
    return null;
  }

  return (
    <>
      <Button ref={button} variant="danger" disabled={!hydrated} onClick={() => setAsking(true)}>
        Delete account
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => {
          setAsking(false);
          setPassword('');
        }}
        title="Delete your account and everything in it?"
        confirmLabel="Delete account"
        keepLabel="Keep the account"
        typedWord="delete"
        onConfirm={remove}
        returnTo={button}
      >
        <p>
          {workOf(attemptIds.length)} your links, notices, saved replies and notes, and all sessions. Reviews that you
          published stay with the people you wrote them for, under your name; drafts go. A group of yours goes to its
          coach of longest standing, or with you when there is none.
        </p>
        <p className="text-muted">It cannot be undone. Export your data first if you want to keep a copy.</p>
        {asksPassword && (
          <LabelledInput
            label="Your password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </ConfirmDialog>
    </>
  );
}
