'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { learnerNoteKey } from '@/components/saving/device-keys';
import { usePersonWhoTypes } from '@/components/saving/use-unsent-text';
import { MAX_LEARNER_NOTE } from '@/lib/core/review/review-api';
import { callApi } from './call-api';
import { NoteKeeper, type NoteStatus } from './note-keeper';

const WORDS: Readonly<Record<NoteStatus, string>> = {
  saved: 'Saved',
  saving: 'Saving',
  'device-only': 'On this device only',
  refused: 'On this device only',
};

function keeperFor(coachId: string, learnerId: string, saved: string): NoteKeeper {
  const name = learnerNoteKey(coachId, learnerId);
  return new NoteKeeper(
    saved,
    (text) => callApi('PUT', `/api/me/learner-notes/${encodeURIComponent(learnerId)}`, { text }),
    {
      read() {
        try {
          return localStorage.getItem(name);
        } catch {
          return null;
        }
      },
      write(text) {
        try {
          if (text === null) localStorage.removeItem(name);
          else localStorage.setItem(name, text);
        } catch {
          // Without storage the text is in the tab alone, and the line below says that it is not saved.
        }
      },
    },
  );
}

/** What a coach notes about somebody; nobody else ever sees it. */
export function LearnerNote({
  learnerId,
  name,
  saved,
  onText,
}: {
  learnerId: string;
  name: string;
  saved: string;
  /** With what stands in the box from now on. */
  onText?: (text: string) => void;
}) {
  const coachId = usePersonWhoTypes();
  const [keeper] = useState(() => keeperFor(coachId, learnerId, saved));
  const { text, status, message } = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  const [touched, setTouched] = useState(false);
  useEffect(() => onText?.(text), [onText, text]);
  useEffect(() => {
    keeper.resume();
    const send = () => void keeper.flush();
    window.addEventListener('online', send);
    window.addEventListener('pagehide', send);
    return () => {
      send();
      window.removeEventListener('online', send);
      window.removeEventListener('pagehide', send);
    };
  }, [keeper]);
  return (
    <div>
      <textarea
        aria-label={`Private notes about ${name}`}
        placeholder="Only you see this, here and the next time."
        className="field-box no-print"
        dir="auto"
        rows={3}
        maxLength={MAX_LEARNER_NOTE}
        value={text}
        onChange={(event) => {
          setTouched(true);
          keeper.type(event.target.value);
        }}
        onBlur={() => void keeper.flush()}
      />
      <p role="status" aria-label={`Where the notes about ${name} are`} className="no-print mt-1 min-h-4 text-small">
        {(touched || status !== 'saved') && (
          <span className={status === 'saved' || status === 'saving' ? 'text-muted' : 'text-danger'}>
            {WORDS[status]}
            {message && `. ${message}`}
          </span>
        )}
      </p>
    </div>
  );
}
