'use client';

import { useState } from 'react';
import { UnsentLine, useUnsentText } from '@/components/saving/use-unsent-text';
import { Button } from '@/components/ui/button';
import { PLACEHOLDERS, unknownPlaceholders } from '@/lib/core/review/placeholders';
import { MAX_REPLY, type SavedReplyView } from '@/lib/core/review/review-api';

export interface SavedReplyWords {
  readonly title: string;
  readonly text: string;
}

/** Title and text of a saved reply; says which names in braces are filled in and which stay as typed. */
export function SavedReplyForm({
  reply,
  onSave,
  onDone,
  onCancel,
}: {
  /** Null for a new one. */
  reply: SavedReplyView | null;
  /** Gives null when it is saved, else what went wrong. */
  onSave: (words: SavedReplyWords) => Promise<string | null>;
  /** It is saved. */
  onDone: () => void;
  onCancel: () => void;
}) {
  const name = `saved-reply:${reply?.id ?? 'new'}`;
  const title = useUnsentText(`${name}/title`, reply?.title);
  const text = useUnsentText(`${name}/text`, reply?.text);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const unknown = unknownPlaceholders(text.text);

  async function save() {
    setBusy(true);
    const outcome = await onSave({ title: title.text, text: text.text });
    // First gone from this device: a page that is left or loaded anew before that would give the words back.
    if (outcome === null) await Promise.all([title.settle(), text.settle()]);
    setBusy(false);
    setProblem(outcome);
    if (outcome === null) onDone();
  }

  return (
    <form
      className="space-y-4 overflow-y-auto px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <label className="block">
        <span className="label-text">Title</span>
        <input
          value={title.text}
          maxLength={120}
          onChange={(event) => title.type(event.target.value)}
          className="field-box"
        />
      </label>
      <label className="block">
        <span className="label-text">Text</span>
        <textarea
          value={text.text}
          rows={5}
          dir="auto"
          maxLength={MAX_REPLY}
          onChange={(event) => text.type(event.target.value)}
          className="field-box"
        />
      </label>
      <UnsentLine unsent={text.isUnsent ? text : title} />
      <p className="text-muted">
        Filled in when it is inserted: {PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}.
        {unknown.length > 0 && ` Stays as it is: ${unknown.map((name) => `{${name}}`).join(', ')}.`}
      </p>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>Back</Button>
        <Button type="submit" variant="primary" busy={busy}>
          Save reply
        </Button>
      </div>
    </form>
  );
}
