'use client';

import { useRouter } from 'next/navigation';
import { CopyLink } from '@/components/ui/copy-link';
import { ConfirmButton } from './confirm-button';

/** The link by which people join, and how to make the one that is about useless. */
export function InviteLink({ groupId, url }: { groupId: string; url: string }) {
  const router = useRouter();
  return (
    <div className="space-y-3">
      <CopyLink label="Invite link" url={url} />
      <ConfirmButton
        label="Make a new link"
        size="small"
        title="Make a new invite link?"
        confirmLabel="Make a new link"
        busyLabel="Making it"
        keepLabel="Keep this one"
        method="POST"
        address={`/api/groups/${groupId}/invite`}
        body={{}}
        onDone={() => {
          router.refresh();
          return null;
        }}
      >
        <p>The link that you have handed out opens nothing any more. Whoever is in the group stays in it.</p>
      </ConfirmButton>
    </div>
  );
}
