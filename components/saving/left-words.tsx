'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { LocalTime } from '@/components/ui/local-time';
import { deleteDraft, type OutboxEntry } from './outbox';

/** A draft that nothing takes up any more, in words. */
export interface LeftDraft {
  readonly entry: OutboxEntry;
  /** What it was written for. */
  readonly title: string;
  /** A label is shown once above the texts that share it. */
  readonly texts: readonly { readonly key: string; readonly label: string | null; readonly text: string }[];
}

/**
 * Words that only this browser has and that no form shows any more: to read, to copy and to delete. Shows nothing while there
 * are none.
 *
 * @param find looks for them on this device; another function looks anew.
 */
export function LeftWords({ explanation, find }: { explanation: string; find: () => Promise<readonly LeftDraft[]> }) {
  const [left, setLeft] = useState<readonly LeftDraft[]>([]);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const back = useRef<HTMLElement>(null);

  useEffect(() => {
    let isWanted = true;
    // Without storage nothing was kept, so nothing is missing here.
    const search = find().catch(() => []);
    void search.then((found) => isWanted && setLeft(found));
    return () => {
      isWanted = false;
    };
  }, [find]);

  async function remove(): Promise<string | null> {
    try {
      for (const { entry } of left) await deleteDraft(entry);
    } catch {
      return 'They could not be deleted: this browser does not let its storage be changed.';
    }
    setLeft([]);
    setSaid('The words that only this browser had are deleted.');
    // The button goes with the words; the focus must not go with it.
    back.current = status.current;
    return null;
  }

  return (
    <div className="no-print max-w-[760px]">
      {left.length > 0 && (
        <section aria-labelledby="left-on-device" className="mt-10 border-y-2 border-ink py-4">
          <h2 id="left-on-device" className="font-reading text-title font-semibold">
            On this device only
          </h2>
          <p className="mt-1 max-w-[66ch] text-muted">{explanation}</p>
          {left.map(({ entry, title, texts }) => (
            <section key={`${entry.owner} ${entry.slot} ${entry.writerId}`} className="mt-4 border-t border-rule pt-3">
              <h3 className="font-medium">
                {title}
                <span className="font-normal text-muted">
                  , typed <LocalTime iso={new Date(entry.editedAt).toISOString()} show="moment" />
                </span>
              </h3>
              {texts.map(({ key, label, text }, index) => (
                <div key={key} className="mt-2">
                  {label !== null && label !== texts[index - 1]?.label && <p className="label-text">{label}</p>}
                  <p className="own-words whitespace-pre-wrap">{text}</p>
                </div>
              ))}
            </section>
          ))}
          <p className="mt-5">
            <Button
              variant="danger"
              onClick={(event) => {
                back.current = event.currentTarget;
                setAsking(true);
              }}
            >
              Delete them from this device
            </Button>
          </p>
        </section>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete these words?"
        confirmLabel="Delete words"
        keepLabel="Keep them"
        onConfirm={remove}
        returnTo={back}
      >
        <p>Only this browser has them: they go for good.</p>
      </ConfirmDialog>
      <p ref={status} role="status" tabIndex={-1} className="mt-4 text-muted empty:hidden">
        {said}
      </p>
    </div>
  );
}
