'use client';

import { Dialog } from '@base-ui/react/dialog';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { Button } from './button';

/** A dialog with a heading, a way out and a body that scrolls. Focus goes in, stays in, and comes back to `returnTo`. */
export function DialogFrame({
  open,
  onClose,
  title,
  description,
  width = '640px',
  returnTo,
  startAt,
  onKeyDown,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  width?: string;
  returnTo?: RefObject<HTMLElement | null>;
  /** Where focus goes when it opens; else to the first control. */
  startAt?: RefObject<HTMLElement | null>;
  /** For keys that do something anywhere in it. */
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup
          className="dialog-popup flex max-h-[min(86dvh,900px)] flex-col"
          style={{ maxWidth: width }}
          {...(returnTo ? { finalFocus: returnTo } : {})}
          {...(startAt ? { initialFocus: startAt } : {})}
          {...(onKeyDown ? { onKeyDown } : {})}
        >
          <header className="border-b border-rule px-5 py-4">
            <div className="flex items-start gap-4">
              <Dialog.Title className="min-w-0 flex-1 font-reading text-title font-semibold text-balance">
                {title}
              </Dialog.Title>
              <Dialog.Close render={<Button variant="quiet" size="small" />}>Close</Dialog.Close>
            </div>
            {description && <Dialog.Description className="mt-1 text-muted">{description}</Dialog.Description>}
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
