'use client';

import { useState } from 'react';
import { textOfAttempt } from '@/components/saving/unsent-texts';
import { UnsentLine, useUnsentText } from '@/components/saving/use-unsent-text';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type CommentReplyView, type CommentView, MAX_REPLY } from '@/lib/core/review/review-api';
import type { CommentStateWord } from '@/lib/core/review/review-words';
import { callApi } from './call-api';

/** What was answered to a published comment, and whether it is settled: the same for the coach and the candidate. */
export function CommentThread({
  attemptId,
  comment,
  onChange,
}: {
  /** That the comment is about. */
  attemptId: string;
  comment: CommentView;
  /** With the thread as it is from now on. */
  onChange?: ((thread: CommentView) => void) | undefined;
}) {
  const hydrated = useHydrated();
  const [replies, setReplies] = useState<readonly CommentReplyView[]>(comment.replies);
  const [state, setState] = useState<CommentStateWord>(comment.state);
  const unsent = useUnsentText(textOfAttempt(attemptId, `reply:${comment.id}`));
  const { text } = unsent;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const address = `/api/comments/${encodeURIComponent(comment.id)}`;

  async function reply() {
    if (text.trim() === '') return;
    setBusy(true);
    const outcome = await callApi<CommentReplyView>('POST', `${address}/replies`, { text });
    if (outcome.value) await unsent.settle();
    setBusy(false);
    setProblem(outcome.problem);
    if (!outcome.value) return;
    const grown = [...replies, outcome.value];
    setReplies(grown);
    onChange?.({ ...comment, replies: grown, state });
  }

  async function changeState(next: CommentStateWord) {
    setBusy(true);
    const outcome = await callApi('PUT', address, { state: next });
    setBusy(false);
    setProblem(outcome.problem);
    if (outcome.problem !== null) return;
    setState(next);
    onChange?.({ ...comment, replies: [...replies], state: next });
  }

  return (
    <div className="mt-2 space-y-2">
      <ul className="space-y-2 empty:hidden">
        {replies.map((one) => (
          <li key={one.id} className="border-l border-rule pl-2">
            <p className="text-small text-muted">
              {one.isMine ? 'You' : one.authorName}, <LocalTime iso={one.createdAt} />
            </p>
            <p className="desk-text">{one.text}</p>
          </li>
        ))}
      </ul>
      <div className="no-print space-y-2">
        <textarea
          aria-label="Your reply"
          placeholder="Reply"
          className="field-box"
          disabled={!hydrated}
          dir="auto"
          rows={1}
          maxLength={MAX_REPLY}
          value={text}
          onChange={(event) => unsent.type(event.target.value)}
        />
        <UnsentLine unsent={unsent} />
        <div className="flex flex-wrap gap-2">
          <Button size="small" busy={busy} disabled={!hydrated || text.trim() === ''} onClick={() => void reply()}>
            Reply
          </Button>
          {/* A strength asks for nothing, so there is nothing to settle. */}
          {comment.kind !== 'strength' && (
            <Button
              size="small"
              variant="plain"
              busy={busy}
              disabled={!hydrated}
              onClick={() => void changeState(state === 'open' ? 'resolved' : 'open')}
            >
              {state === 'open' ? 'Mark as resolved' : 'Open again'}
            </Button>
          )}
        </div>
        <p role="alert" className="text-danger empty:hidden">
          {problem}
        </p>
      </div>
    </div>
  );
}
