'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { LabelledSelect } from '@/components/ui/labelled-select';
import type { MemberView } from '@/lib/core/review/group-api';
import { ConfirmButton } from './confirm-button';
import { PEOPLE_ID } from './element-ids';

/** The owner makes another coach the owner. */
export function HandOver({ groupId, coaches }: { groupId: string; coaches: readonly MemberView[] }) {
  const router = useRouter();
  const [chosen, setChosen] = useState<string | null>(null);
  const next = coaches.find(({ userId }) => userId === chosen) ?? coaches[0];
  if (!next) return <p className="text-muted">To hand the group over, make somebody else a coach first.</p>;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-48">
        <LabelledSelect
          label="New owner"
          choices={coaches.map(({ userId, name }) => [userId, name])}
          value={next.userId}
          onChange={(event) => setChosen(event.target.value)}
        />
      </div>
      <ConfirmButton
        label="Hand over"
        title={`Hand the group over to ${next.name}?`}
        confirmLabel="Hand over"
        busyLabel="Handing over"
        keepLabel="Keep it"
        method="PUT"
        address={`/api/groups/${groupId}/members/${next.userId}`}
        body={{ role: 'coach', owner: true }}
        onDone={() => {
          router.refresh();
          return document.getElementById(PEOPLE_ID);
        }}
      >
        <p>They can then remove coaches and delete the group. You stay a coach, and may leave.</p>
      </ConfirmButton>
    </div>
  );
}
