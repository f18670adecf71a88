'use client';

import { useEffect, useRef, useState } from 'react';
import { useRequest } from '@/components/account/use-request';
import { textOfAttempt } from '@/components/saving/unsent-texts';
import { UnsentLine, type UnsentText, useUnsentText } from '@/components/saving/use-unsent-text';
import { Button } from '@/components/ui/button';
import { LabelledTextarea } from '@/components/ui/labelled-textarea';
import { LocalTime } from '@/components/ui/local-time';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { GroupShare, ShareList } from '@/lib/core/review/share-api';

type Shared = ShareList['groups'][number];

export interface OwnGroup {
  readonly id: string;
  readonly name: string;
}

function NoteForm({
  group,
  unsent,
  isShared,
  takesFocus,
  working,
  error,
  onSend,
  onCancel,
}: {
  group: OwnGroup;
  unsent: UnsentText;
  isShared: boolean;
  /** It was opened by a button, which is gone. */
  takesFocus: boolean;
  working: boolean;
  error: string | undefined;
  onSend: () => void;
  onCancel: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  return (
    <form
      ref={form}
      aria-label={isShared ? `Note to ${group.name}` : `Share with ${group.name}`}
      noValidate
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!working) onSend();
      }}
    >
      <LabelledTextarea
        label="What should its coaches look at?"
        hint="Optional."
        value={unsent.text}
        onChange={(event) => unsent.type(event.target.value)}
        error={error}
      />
      <UnsentLine unsent={unsent} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={working}>
          {isShared ? 'Keep this note' : 'Share with the group'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

/** One group: whether it has the attempt, and how to give it or take it back. */
export function GroupShareRow({
  attemptId,
  group,
  shared,
  onChange,
}: {
  attemptId: string;
  group: OwnGroup;
  shared: Shared | null;
  onChange: (shared: Shared | null) => void;
}) {
  const hydrated = useHydrated();
  const first = useRef<HTMLButtonElement>(null);
  const { working, error, fields, run } = useRequest(['note']);
  const unsent = useUnsentText(textOfAttempt(attemptId, `group-note:${group.id}`), shared?.note);
  const [opened, setOpened] = useState<'no' | 'by the button' | 'by typing'>('no');
  // A note that was typed before a reload is in sight again.
  const writing = opened !== 'no' || unsent.isUnsent;
  const [said, setSaid] = useState('');
  const [toFocus, setToFocus] = useState(false);
  const [isClosing, setClosing] = useState(false);
  const address = `/api/attempts/${attemptId}/groups/${group.id}`;

  // What was pressed gives way to another control, which takes the focus.
  useEffect(() => {
    if (!toFocus) return;
    first.current?.focus();
    setToFocus(false);
  }, [toFocus]);

  async function close() {
    // First gone from this device: a page that is left or loaded anew before that would give the note back.
    setClosing(true);
    await unsent.settle();
    setClosing(false);
    setOpened('no');
    setToFocus(true);
  }

  async function share() {
    const outcome = await run<GroupShare>('PUT', address, { note: unsent.text });
    if (!outcome.ok) return;
    await close();
    setSaid(shared ? 'The note is changed.' : 'The group’s coaches have it in their queue.');
    onChange({ ...outcome.reply, name: group.name });
  }

  async function takeBack() {
    const outcome = await run('DELETE', address);
    if (!outcome.ok) return;
    setSaid('Taken back. A review that was published stays with you.');
    onChange(null);
    setToFocus(true);
  }

  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere" dir="auto">
            {group.name}
          </p>
          <p className="text-muted">
            {shared ? (
              <>
                Shared <LocalTime iso={shared.requestedAt} />
              </>
            ) : (
              'Not shared'
            )}
          </p>
        </div>
        {!writing && (
          <div className="flex gap-2">
            <Button
              ref={first}
              size="small"
              disabled={!hydrated}
              aria-label={shared ? `Change note to ${group.name}` : `Share with ${group.name}`}
              onClick={() => {
                setSaid('');
                setOpened('by the button');
              }}
            >
              {shared ? 'Change note' : 'Share'}
            </Button>
            {shared && (
              <Button
                size="small"
                busy={working}
                disabled={!hydrated}
                aria-label={`Take back from ${group.name}`}
                onClick={() => void takeBack()}
              >
                Take back
              </Button>
            )}
          </div>
        )}
      </div>
      {shared && shared.note !== '' && !writing && (
        <p dir="auto" className="mt-2 border-l-2 border-rule pl-3 whitespace-pre-wrap wrap-anywhere">
          {shared.note}
        </p>
      )}
      {writing && (
        <NoteForm
          group={group}
          unsent={{
            ...unsent,
            type(text) {
              // What is typed back to what is stored does not close it.
              if (opened === 'no') setOpened('by typing');
              unsent.type(text);
            },
          }}
          isShared={shared !== null}
          takesFocus={opened === 'by the button'}
          working={working || isClosing}
          error={fields.note}
          onSend={() => void share()}
          onCancel={() => void close()}
        />
      )}
      <p role="alert" className="mt-2 text-danger empty:hidden">
        {error}
      </p>
      <p role="status" className="mt-2 text-muted empty:hidden">
        {said}
      </p>
    </li>
  );
}
