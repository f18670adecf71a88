'use client';

import { useRouter } from 'next/navigation';
import { AccountForm } from '@/components/account/account-form';
import { LabelledInput } from '@/components/ui/labelled-input';

export function RenameGroup({ groupId, name }: { groupId: string; name: string }) {
  const router = useRouter();
  return (
    <AccountForm
      label="Rename the group"
      method="PATCH"
      action={`/api/groups/${groupId}`}
      onDone={() => {
        router.refresh();
        return 'The name is changed.';
      }}
      keepFields
      submitLabel="Rename"
      busyLabel="Renaming"
    >
      {(errors) => <LabelledInput label="Name" name="name" defaultValue={name} required error={errors.name} />}
    </AccountForm>
  );
}
