'use client';

import { type ReactNode, useRef, useState } from 'react';
import { sendRequest } from '@/components/account/send-request';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useHydrated } from '@/components/ui/use-hydrated';

/** A button that asks once, then sends one request. `onDone` may say which element takes the focus if the button goes. */
export function ConfirmButton({
  label,
  accessibleLabel,
  variant = 'quiet',
  size = 'regular',
  title,
  confirmLabel,
  busyLabel,
  keepLabel = 'Cancel',
  method,
  address,
  body,
  goneIsDone = false,
  onDone,
  children,
}: {
  label: string;
  accessibleLabel?: string;
  variant?: ButtonVariant;
  size?: 'regular' | 'small';
  title: string;
  confirmLabel: string;
  busyLabel: string;
  keepLabel?: string;
  method: 'POST' | 'PUT' | 'DELETE';
  address: string;
  body?: unknown;
  /** What is deleted in another tab is deleted too. */
  goneIsDone?: boolean;
  onDone: () => HTMLElement | null | undefined;
  /** Says what goes. */
  children: ReactNode;
}) {
  const hydrated = useHydrated();
  const back = useRef<HTMLElement>(null);
  const [asking, setAsking] = useState(false);

  async function send(): Promise<string | null> {
    const outcome = await sendRequest(method, address, body);
    if (!outcome.ok && !(goneIsDone && outcome.code === 'not-found')) return outcome.message;
    back.current = onDone() ?? back.current;
    return null;
  }

  return (
    <>
      <Button
        variant={variant}
        size={size}
        disabled={!hydrated}
        aria-label={accessibleLabel}
        onClick={(event) => {
          back.current = event.currentTarget;
          setAsking(true);
        }}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={title}
        confirmLabel={confirmLabel}
        busyLabel={busyLabel}
        keepLabel={keepLabel}
        onConfirm={send}
        returnTo={back}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
