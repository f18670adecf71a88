'use client';

import { useRef, useState } from 'react';
import { sendRequest } from '@/components/account/send-request';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ShareList } from '@/lib/core/review/share-api';

/**
 * Ends a link, after asking once. Stays when its button goes, so that the dialog can still hand the focus on: then to the
 * row of the list that it is in.
 */
export function RevokeShare({
  share,
  isOpen,
  onRevoked,
}: {
  share: ShareList['shares'][number];
  isOpen: boolean;
  onRevoked: () => void;
}) {
  const back = useRef<HTMLElement>(null);
  const hydrated = useHydrated();
  const [asking, setAsking] = useState(false);
  const names = share.opened.map(({ name }) => name).join(', ');

  async function revoke(): Promise<string | null> {
    const outcome = await sendRequest('DELETE', `/api/shares/${share.id}`);
    // Deleted in another tab is revoked too.
    if (!outcome.ok && outcome.code !== 'not-found') return outcome.message;
    back.current = back.current?.closest('li') ?? null;
    onRevoked();
    return null;
  }

  return (
    <>
      {isOpen && (
        <Button
          size="small"
          aria-label={`Revoke ${share.url}`}
          disabled={!hydrated}
          onClick={(event) => {
            back.current = event.currentTarget;
            setAsking(true);
          }}
        >
          Revoke
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Revoke this link?"
        confirmLabel="Revoke link"
        keepLabel="Keep it"
        busyLabel="Revoking"
        onConfirm={revoke}
        returnTo={back}
      >
        <p>
          {names
            ? `It opens nothing any more, and the attempt leaves the queue of ${names} at once.`
            : 'It opens nothing any more.'}
        </p>
        <p className="text-muted">A review that was published stays with you. To share again, make a new link.</p>
      </ConfirmDialog>
    </>
  );
}
