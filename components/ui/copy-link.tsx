'use client';

import { type Ref, useId, useRef, useState } from 'react';
import { Button } from './button';
import { useHydrated } from './use-hydrated';

/** Without HTTPS a browser has no clipboard for pages, only the old command on what is selected. */
async function copy(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand('copy');
  }
}

/** An address to hand on, whole, with a button that copies it. */
export function CopyLink({
  label,
  url,
  buttonRef,
}: {
  label: string;
  url: string;
  buttonRef?: Ref<HTMLButtonElement>;
}) {
  const id = useId();
  const hydrated = useHydrated();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  async function onCopy() {
    if (!field.current) return;
    setSaid((await copy(field.current)) ? 'Copied.' : 'Not copied. It is selected: press Ctrl+C, or ⌘C on a Mac.');
  }

  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={url}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="field-box h-9 min-w-0 flex-1 overflow-hidden font-code text-[13px] text-ellipsis"
        />
        <Button
          {...(buttonRef ? { ref: buttonRef } : {})}
          disabled={!hydrated}
          aria-label={`Copy: ${label}`}
          onClick={() => void onCopy()}
        >
          Copy
        </Button>
      </div>
      <p role="status" className="mt-1 text-muted empty:hidden">
        {said}
      </p>
    </div>
  );
}
