'use client';

import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { type SaveProblem, type SaveStatus, saveStatus } from '@/lib/core/saving/draft-state';
import type { DraftSaver } from './draft-saver';
import { useDeviceFailed, useDraft } from './use-draft-saver';

const WORDS: Readonly<Record<SaveStatus, string>> = {
  saved: 'Saved',
  saving: 'Saving',
  'device-only': 'On this device only',
  'needs-choice': 'Needs your choice',
  refused: 'On this device only',
};

/** Where the text is, in one word that is always there, and what to do when it is not on the server. */
export function SaveStatusLine<Slot extends string, Body>({
  saver,
  slot,
  problemTexts,
}: {
  saver: DraftSaver<Slot, Body>;
  slot: Slot;
  /** What each refusal means for what is being written, and what to do. */
  problemTexts: Readonly<Record<SaveProblem['kind'], string>>;
}) {
  const state = useDraft(saver, slot);
  const deviceFailed = useDeviceFailed(saver);
  const status = saveStatus(state);
  const { savedAt } = state.acknowledged;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <p role="status" aria-label="Where your text is" className="whitespace-nowrap">
        <span className={`font-medium ${status === 'saved' || status === 'saving' ? '' : 'text-danger'}`}>
          {status === 'saved' && savedAt === null ? 'Nothing written yet' : WORDS[status]}
        </span>
        {status === 'saved' && savedAt !== null && (
          <span className="text-muted">
            {' '}
            <LocalTime iso={savedAt} show="clock" />
          </span>
        )}
      </p>
      {status === 'device-only' && (
        <span className="text-muted">The server cannot be reached. It is sent by itself when it can.</span>
      )}
      {state.problem && <span className="text-muted">{problemTexts[state.problem.kind]}</span>}
      {state.problem?.kind === 'invalid' && <span className="text-muted">{state.problem.message}</span>}
      {(state.problem?.kind === 'signed-out' || state.problem?.kind === 'invalid') && (
        <Button size="small" onClick={() => saver.retry(slot)}>
          Try again
        </Button>
      )}
      {deviceFailed && <span className="text-danger">This browser keeps no drafts: only what is saved is safe.</span>}
    </div>
  );
}
