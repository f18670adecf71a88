'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useRequest } from '@/components/account/use-request';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';

/** Gives the attempt at an assignment to the coaches of its group. */
export function ShareAssigned({ attemptId, groupId, title }: { attemptId: string; groupId: string; title: string }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [isShowing, show] = useTransition();
  const { working, error, run } = useRequest();

  async function share() {
    const outcome = await run('PUT', `/api/attempts/${attemptId}/groups/${groupId}`, { note: '' });
    if (outcome.ok) show(() => router.refresh());
  }

  return (
    <>
      <Button
        variant="primary"
        size="small"
        busy={working || isShowing}
        disabled={!hydrated}
        aria-label={`Share with the group: ${title}`}
        onClick={() => void share()}
      >
        Share with the group
      </Button>
      <p role="alert" className="mt-1 basis-full text-danger empty:hidden">
        {error}
      </p>
    </>
  );
}
