'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { sendRequest } from './send-request';

export function SignOutButton() {
  const hydrated = useHydrated();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function signOut() {
    setWorking(true);
    setError(null);
    const outcome = await sendRequest('POST', '/api/auth/sign-out', {});
    if (outcome.ok) {
      window.location.assign('/');
      return;
    }
    setError(outcome.message);
    setWorking(false);
  }

  return (
    <>
      <Button busy={working} disabled={!hydrated} onClick={signOut}>
        Sign out
      </Button>
      <p role="alert" className="text-danger empty:hidden">
        {error}
      </p>
    </>
  );
}
