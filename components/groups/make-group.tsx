'use client';

import { AccountForm } from '@/components/account/account-form';
import { LabelledInput } from '@/components/ui/labelled-input';
import type { MadeGroup } from '@/lib/core/review/group-api';

/** Makes a group and opens it. */
export function MakeGroup() {
  return (
    <AccountForm<MadeGroup>
      label="Make a group"
      action="/api/groups"
      onDone={({ id }) => {
        window.location.assign(`/groups/${id}`);
        return null;
      }}
      submitLabel="Make a group"
      busyLabel="Making it"
    >
      {(errors) => <LabelledInput label="Name" name="name" required autoComplete="off" error={errors.name} />}
    </AccountForm>
  );
}
