'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type Outcome, sendRequest } from './send-request';

/** What the fields of a form say is wrong, by name. */
export type FieldErrors = Readonly<Record<string, string>>;

const NO_ERRORS: FieldErrors = {};

/**
 * A form that sends its fields as JSON, says beside each what is wrong with it, and says below what came of it. What was
 * typed stays until it is taken.
 */
export function AccountForm<Reply = unknown>({
  label,
  method = 'POST',
  action,
  bodyOf = (fields) => fields,
  onDone,
  onRefused,
  submitLabel,
  busyLabel,
  variant = 'quiet',
  keepFields = false,
  children,
}: {
  label: string;
  method?: 'POST' | 'PATCH';
  /** An address of the API. */
  action: string;
  /** What is sent, out of the fields by their names. */
  bodyOf?: (fields: Readonly<Record<string, string>>) => unknown;
  /** Gives the words to show; null when the page goes on to another. */
  onDone: (reply: Reply, fields: Readonly<Record<string, string>>) => string | null | Promise<string | null>;
  onRefused?: (outcome: Extract<Outcome<Reply>, { ok: false }>) => void;
  submitLabel: string;
  busyLabel: string;
  variant?: 'primary' | 'quiet';
  /** Leaves the fields as they are once they were taken. */
  keepFields?: boolean;
  children: (errors: FieldErrors) => ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [working, setWorking] = useState(false);
  const [errors, setErrors] = useState(NO_ERRORS);
  const [error, setError] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);

  async function submit(data: FormData) {
    if (working) return;
    setWorking(true);
    setErrors(NO_ERRORS);
    setError(null);
    setDone(null);
    const fields = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
    const outcome = await sendRequest<Reply>(method, action, bodyOf(fields));
    if (outcome.ok) {
      const words = await onDone(outcome.reply, fields);
      // The page is on its way to another: the button stays as it is until then.
      if (words === null) return;
      setDone(words);
      if (!keepFields) form.current?.reset();
    } else {
      onRefused?.(outcome);
      showRefusal(outcome);
    }
    setWorking(false);
  }

  function showRefusal({ fields, message }: Extract<Outcome<Reply>, { ok: false }>) {
    const inputs = [...(form.current?.elements ?? [])].filter((one) => one instanceof HTMLInputElement);
    const [first] = inputs.filter((input) => input.name in fields);
    setErrors(fields);
    // What is said beside a field need not be said twice.
    setError(first ? null : message);
    first?.focus();
  }

  return (
    <form
      ref={form}
      aria-label={label}
      // Should it ever be sent by the browser itself, then not with a password in the address.
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {/* What is typed before the scripts listen would be overwritten by them. */}
      <fieldset disabled={!hydrated} className="flex min-w-0 flex-col gap-4 [&>button]:self-start">
        {children(errors)}
        <Button type="submit" variant={variant} busy={working}>
          {working ? busyLabel : submitLabel}
        </Button>
        <p role="alert" className="text-danger empty:hidden">
          {error}
        </p>
        <p role="status" className="text-muted empty:hidden">
          {done}
        </p>
      </fieldset>
    </form>
  );
}
