'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, type RefObject, useState } from 'react';
import { Button } from './button';

/**
 * Asks once before something goes for good. It opens on the way out ("Keep it"); `onConfirm` gives null when it is done, or
 * says what went wrong, and then the dialog stays.
 */
export function ConfirmDialog({
  open,
  onClose,
  title,
  confirmLabel,
  keepLabel,
  busyLabel = 'Deleting',
  typedWord,
  onConfirm,
  returnTo,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  confirmLabel: string;
  keepLabel: string;
  /** What the button says while it works. */
  busyLabel?: string;
  /** A word to type first, for what cannot be undone and is large. */
  typedWord?: string;
  onConfirm: () => Promise<string | null>;
  returnTo?: RefObject<HTMLElement | null>;
  /** Says what goes. */
  children: ReactNode;
}) {
  const [typed, setTyped] = useState('');
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const blocked = typedWord !== undefined && typed.trim().toLowerCase() !== typedWord;

  function close() {
    setTyped('');
    setError(null);
    onClose();
  }

  async function confirm() {
    if (blocked || working) return;
    setWorking(true);
    setError(null);
    const problem = await onConfirm();
    setWorking(false);
    if (problem === null) close();
    else setError(problem);
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && !working && close()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup
          className="dialog-popup"
          style={{ maxWidth: '480px' }}
          {...(returnTo ? { finalFocus: returnTo } : {})}
        >
          <form
            className="p-5"
            onSubmit={(event) => {
              event.preventDefault();
              void confirm();
            }}
          >
            <AlertDialog.Title className="font-reading text-title font-semibold text-balance">
              {title}
            </AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="mt-2 space-y-2">
              {children}
            </AlertDialog.Description>
            {typedWord !== undefined && (
              <label className="mt-4 block">
                <span className="block">
                  Type <strong className="font-semibold">{typedWord}</strong> to go on.
                </span>
                <input
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  className="field-box mt-1"
                />
              </label>
            )}
            <p role="alert" className="mt-3 text-danger empty:hidden">
              {error}
            </p>
            <div className="mt-5 flex flex-wrap justify-end gap-3">
              <AlertDialog.Close render={<Button variant="quiet" disabled={working} />}>{keepLabel}</AlertDialog.Close>
              <Button type="submit" variant="danger" disabled={blocked} busy={working}>
                {working ? busyLabel : confirmLabel}
              </Button>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
