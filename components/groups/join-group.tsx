'use client';

import { useState } from 'react';
import { useRequest } from '@/components/account/use-request';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { JoinedGroup } from '@/lib/core/review/group-api';

/** Becomes a member by an invite link, and opens the group. */
export function JoinGroup({ token }: { token: string }) {
  const hydrated = useHydrated();
  const { working, error, run } = useRequest();
  const [leaving, setLeaving] = useState(false);

  async function join() {
    const outcome = await run<JoinedGroup>('POST', '/api/groups/join', { token });
    if (!outcome.ok) return;
    setLeaving(true);
    window.location.assign(`/groups/${outcome.reply.groupId}`);
  }

  return (
    <>
      <Button variant="primary" busy={working || leaving} disabled={!hydrated} onClick={() => void join()}>
        {working || leaving ? 'Joining' : 'Join the group'}
      </Button>
      <p role="alert" className="mt-3 text-danger empty:hidden">
        {error}
      </p>
    </>
  );
}
