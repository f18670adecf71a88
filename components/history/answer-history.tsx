'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { LocalTime } from '@/components/ui/local-time';
import type { Answer } from '@/lib/core/answer';
import type { HistoryItem } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';
import { passagesOf } from '@/lib/core/passages';
import { EarlierSave } from './earlier-save';
import { type HistoryState, useHistory } from './use-history';

const FIRST_WORDS = 90;

const saveElementId = (revision: number) => `earlier-save-${revision}`;

function outlineOf(slot: AnswerSlot, answer: Answer): { characters: number; firstWords: string } {
  const texts = passagesOf(slot, answer).map((passage) => passage.text);
  return {
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    firstWords: texts.join(' ').slice(0, FIRST_WORDS),
  };
}

function SaveList({
  slot,
  items,
  chosen,
  onChoose,
}: {
  slot: AnswerSlot;
  items: readonly HistoryItem[];
  chosen: number | null;
  onChoose: (revision: number) => void;
}) {
  return (
    <ul aria-label="Earlier saves, newest first">
      {items.map((item, index) => {
        const { characters, firstWords } = outlineOf(slot, item.answer);
        return (
          <li key={item.revision} className="border-b border-rule">
            <button
              type="button"
              id={saveElementId(item.revision)}
              aria-pressed={chosen === item.revision}
              onClick={() => onChoose(item.revision)}
              className="w-full px-4 py-2.5 text-left -outline-offset-2 hover:bg-paper aria-pressed:bg-paper aria-pressed:shadow-[inset_2px_0_0_var(--color-accent)]"
            >
              <span className="flex items-baseline gap-3">
                <span className="font-medium">
                  <LocalTime iso={item.savedAt} show="second" />
                </span>
                {index === 0 && <span className="text-small text-muted">latest</span>}
                <span className="ml-auto text-small text-muted tabular-nums">
                  {characters.toLocaleString('en')} characters
                </span>
              </span>
              <span dir="auto" className="block truncate text-muted">
                {firstWords || 'Empty'}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function ListState({ history }: { history: HistoryState & { loadMore: () => Promise<void> } }) {
  const { status, items, message, nextBefore, loadMore } = history;
  if (status === 'loading') {
    return (
      <p role="status" className="px-4 py-3 text-muted">
        Loading earlier saves
      </p>
    );
  }
  if (status === 'ready') {
    if (items.length === 0) {
      return <p className="px-4 py-3 text-muted">Nothing has been saved here yet. Every save will be listed.</p>;
    }
    return nextBefore === null ? null : (
      <p className="px-4 py-3">
        <Button size="small" onClick={() => void loadMore()}>
          Show older saves
        </Button>
      </p>
    );
  }
  return (
    <div role="alert" className="space-y-2 px-4 py-3">
      <p className="text-danger">
        {status === 'offline'
          ? 'The server cannot be reached. Earlier saves are kept there and are listed as soon as the connection is back; what you write now stays on this device.'
          : message}
      </p>
      <Button size="small" onClick={() => void loadMore()}>
        Try again
      </Button>
    </div>
  );
}

/** The earlier saves of one answer: read one, see what differs from the text now, and take it back. */
export function AnswerHistory({
  open,
  onClose,
  attemptId,
  slot,
  current,
  onRestore,
}: {
  open: boolean;
  onClose: () => void;
  attemptId: string;
  slot: AnswerSlot;
  /** The text on the screen. */
  current: Answer;
  /** Takes the chosen text as the current one; the workspace saves it as a new revision. */
  onRestore: (answer: Answer) => void;
}) {
  const history = useHistory(open, attemptId, slot);
  const [chosen, setChosen] = useState<number | null>(null);
  const left = useRef<number | null>(null);
  const item = history.items.find((one) => one.revision === chosen) ?? null;

  // On a narrow screen the list was hidden meanwhile: focus goes back to the save that was read.
  useEffect(() => {
    if (chosen !== null || left.current === null) return;
    const id = saveElementId(left.current);
    left.current = null;
    // After the dialog has noticed that what had focus is gone.
    const timer = setTimeout(() => document.getElementById(id)?.focus(), 50);
    return () => clearTimeout(timer);
  }, [chosen]);

  function close() {
    setChosen(null);
    onClose();
  }

  return (
    <DialogFrame
      open={open}
      onClose={close}
      title="Earlier saves"
      description="Every save of this answer is kept. Restoring one makes a new save; nothing is lost."
      width="1040px"
    >
      <div className="grid min-h-64 flex-1 grid-rows-[minmax(0,1fr)] overflow-hidden md:grid-cols-[320px_minmax(0,1fr)]">
        <div className={`overflow-y-auto md:border-r md:border-rule ${item ? 'hidden md:block' : ''}`}>
          <SaveList slot={slot} items={history.items} chosen={chosen} onChoose={setChosen} />
          <ListState history={history} />
        </div>
        {item ? (
          <EarlierSave
            key={item.revision}
            slot={slot}
            item={item}
            current={current}
            onBack={() => {
              left.current = item.revision;
              setChosen(null);
            }}
            onRestore={() => {
              setChosen(null);
              onRestore(item.answer);
            }}
          />
        ) : (
          <p className="hidden p-5 text-muted md:block">
            {history.items.length > 0 && 'Choose a save to read it beside what has changed since.'}
          </p>
        )}
      </div>
    </DialogFrame>
  );
}
