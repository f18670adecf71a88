'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { fillPlaceholders, type PlaceholderValues } from '@/lib/core/review/placeholders';
import type { SavedReplyView } from '@/lib/core/review/review-api';
import { callApi } from './call-api';
import { SavedReplyForm, type SavedReplyWords } from './saved-reply-form';

const byTitle = (a: SavedReplyView, b: SavedReplyView) => a.title.localeCompare(b.title);

/** Replies that a coach keeps: insert one into the comment, filled in; add, change and delete them. */
export function SavedRepliesDialog({
  replies,
  values,
  onReplies,
  onInsert,
  onClose,
}: {
  replies: readonly SavedReplyView[];
  /** What the names in braces stand for here. */
  values: PlaceholderValues;
  onReplies: (replies: readonly SavedReplyView[]) => void;
  onInsert: (text: string) => void;
  onClose: () => void;
}) {
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<SavedReplyView | 'new' | null>(null);
  const [deleting, setDeleting] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = query.trim().toLowerCase();
  const shown = replies.filter(({ title, text }) => `${title}\n${text}`.toLowerCase().includes(wanted));

  async function save(words: SavedReplyWords): Promise<string | null> {
    const isNew = editing === 'new' || editing === null;
    const address = isNew ? '/api/me/saved-replies' : `/api/me/saved-replies/${editing.id}`;
    const outcome = await callApi<SavedReplyView>(isNew ? 'POST' : 'PUT', address, words);
    if (outcome.problem !== null) return outcome.problem;
    const saved = outcome.value;
    if (saved?.id) onReplies([...replies.filter(({ id }) => id !== saved.id), saved].sort(byTitle));
    return null;
  }

  async function remove(id: string) {
    if (deleting !== id) {
      setDeleting(id);
      return;
    }
    const outcome = await callApi('DELETE', `/api/me/saved-replies/${id}`);
    setProblem(outcome.problem);
    setDeleting(null);
    if (outcome.problem === null) onReplies(replies.filter((one) => one.id !== id));
  }

  if (editing !== null) {
    return (
      <DialogFrame open onClose={onClose} title={editing === 'new' ? 'New saved reply' : 'Change a saved reply'}>
        <SavedReplyForm
          reply={editing === 'new' ? null : editing}
          onSave={save}
          onDone={() => setEditing(null)}
          onCancel={() => setEditing(null)}
        />
      </DialogFrame>
    );
  }
  return (
    <DialogFrame open onClose={onClose} title="Saved replies" startAt={search}>
      <div className="flex flex-wrap items-end gap-3 px-5 pt-4">
        <label className="min-w-48 flex-1">
          <span className="label-text">Search</span>
          <input
            ref={search}
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="field-box"
          />
        </label>
        <Button onClick={() => setEditing('new')}>New reply</Button>
      </div>
      <p role="alert" className="px-5 pt-2 text-danger empty:hidden">
        {problem}
      </p>
      <ul aria-label="Saved replies" className="mt-2 min-h-24 flex-1 divide-y divide-rule overflow-y-auto px-5 pb-4">
        {shown.map((reply) => (
          <li key={reply.id} className="py-3">
            <p className="font-medium">{reply.title}</p>
            <p className="desk-text mt-0.5 line-clamp-4">{fillPlaceholders(reply.text, values)}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button
                size="small"
                variant="primary"
                aria-label={`Insert ${reply.title}`}
                onClick={() => onInsert(fillPlaceholders(reply.text, values))}
              >
                Insert
              </Button>
              <Button size="small" aria-label={`Change ${reply.title}`} onClick={() => setEditing(reply)}>
                Change
              </Button>
              <Button
                size="small"
                variant={deleting === reply.id ? 'danger' : 'plain'}
                aria-label={deleting === reply.id ? `Delete ${reply.title} for good` : `Delete ${reply.title}`}
                onClick={() => void remove(reply.id)}
              >
                {deleting === reply.id ? 'Delete for good' : 'Delete'}
              </Button>
            </div>
          </li>
        ))}
        {shown.length === 0 && (
          <li className="py-3 text-muted">
            {replies.length === 0
              ? 'No replies are saved yet. Save what you write often; {name}, {case}, {step} and {quote} are filled in for you.'
              : 'No saved reply has these words.'}
          </li>
        )}
      </ul>
    </DialogFrame>
  );
}
