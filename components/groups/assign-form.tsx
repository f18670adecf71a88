'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useRequest } from '@/components/account/use-request';
import { UnsentLine, type UnsentText, useUnsentText } from '@/components/saving/use-unsent-text';
import { Button } from '@/components/ui/button';
import { LabelledInput } from '@/components/ui/labelled-input';
import { LabelledSelect } from '@/components/ui/labelled-select';
import { LabelledTextarea } from '@/components/ui/labelled-textarea';
import { useHydrated } from '@/components/ui/use-hydrated';
import { LEVEL_NAMES, type Level, MODE_NAMES, STARTABLE_MODES, type StartableMode } from '@/lib/core/attempt';

/** A case that can be assigned. */
export interface AssignableCase {
  readonly slug: string;
  readonly title: string;
  readonly levels: readonly Level[];
}

function Fields({
  groupId,
  cases,
  unsent,
  takesFocus,
  onDone,
}: {
  groupId: string;
  /** The note. */
  unsent: UnsentText;
  takesFocus: boolean;
  cases: readonly AssignableCase[];
  onDone: (title: string | null) => Promise<void>;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { working, error, fields, run } = useRequest(['note', 'dueAt']);
  const [slug, setSlug] = useState(cases[0]?.slug ?? '');
  const [mode, setMode] = useState<string>('unaided' satisfies StartableMode);
  const [chosenLevel, setLevel] = useState<string>('senior');
  const [due, setDue] = useState('');
  const [isDone, setDone] = useState(false);
  const busy = working || isDone;
  const study = cases.find((one) => one.slug === slug);
  const levels = study?.levels ?? [];
  const level = levels.find((one) => one === chosenLevel) ?? levels[0] ?? 'senior';
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('select')?.focus();
  }, [takesFocus]);

  async function assign() {
    const dueAt = due === '' ? null : new Date(due).toISOString();
    const body = { caseSlug: slug, mode, level, dueAt, note: unsent.text };
    const outcome = await run('POST', `/api/groups/${groupId}/assignments`, body);
    if (!outcome.ok) return;
    // It takes a moment until the form is closed, and one press assigns once.
    setDone(true);
    await onDone(study?.title ?? slug);
  }

  return (
    <form
      ref={form}
      aria-label="Assign a case"
      noValidate
      className="mt-4 space-y-4 border-t border-rule pt-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void assign();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <LabelledSelect
          label="Case"
          choices={cases.map((one) => [one.slug, one.title])}
          value={slug}
          onChange={(event) => setSlug(event.target.value)}
        />
        <LabelledSelect
          label="Mode"
          choices={STARTABLE_MODES.map((one) => [one, MODE_NAMES[one]])}
          value={mode}
          onChange={(event) => setMode(event.target.value)}
        />
        <LabelledSelect
          label="Level"
          choices={levels.map((one) => [one, LEVEL_NAMES[one]])}
          value={level}
          onChange={(event) => setLevel(event.target.value)}
        />
        <LabelledInput
          label="Due (optional)"
          type="datetime-local"
          value={due}
          onChange={(event) => setDue(event.target.value)}
          error={fields.dueAt}
        />
      </div>
      <LabelledTextarea
        label="Note (optional)"
        value={unsent.text}
        onChange={(event) => unsent.type(event.target.value)}
        error={fields.note}
      />
      <UnsentLine unsent={unsent} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? 'Assigning' : 'Assign to the group'}
        </Button>
        <Button onClick={() => void onDone(null)}>Cancel</Button>
      </div>
      <p role="alert" className="text-danger empty:hidden">
        {error}
      </p>
    </form>
  );
}

/** The button that opens the form in which a coach assigns a case. */
export function AssignForm({ groupId, cases }: { groupId: string; cases: readonly AssignableCase[] }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const button = useRef<HTMLButtonElement>(null);
  const unsent = useUnsentText(`group:${groupId}/assignment-note`);
  const [opened, setOpened] = useState<'no' | 'by the button' | 'by typing'>('no');
  // A note that was typed before a reload is in sight again.
  const isOpen = opened !== 'no' || unsent.isUnsent;
  const [said, setSaid] = useState('');

  async function close(title: string | null) {
    // First gone from this device: a page that is left or loaded anew before that would give the note back.
    await unsent.settle();
    setOpened('no');
    button.current?.focus();
    if (title === null) return;
    setSaid(`${title} is assigned, and the members are told.`);
    router.refresh();
  }

  return (
    <div className="no-print mt-3">
      <Button
        ref={button}
        variant={isOpen ? 'quiet' : 'primary'}
        aria-expanded={isOpen}
        disabled={!hydrated}
        onClick={() => {
          setSaid('');
          if (isOpen) void close(null);
          else setOpened('by the button');
        }}
      >
        Assign a case
      </Button>
      <p role="status" className="mt-2 empty:hidden">
        {said}
      </p>
      {isOpen && (
        <Fields
          groupId={groupId}
          cases={cases}
          unsent={{
            ...unsent,
            type(text) {
              if (opened === 'no') setOpened('by typing');
              unsent.type(text);
            },
          }}
          takesFocus={opened === 'by the button'}
          onDone={close}
        />
      )}
    </div>
  );
}
