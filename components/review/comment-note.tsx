'use client';

import { Button } from '@/components/ui/button';
import { COMMENT_KIND_NAMES, COMMENT_KINDS } from '@/lib/core/review/review-words';
import { CommentThread } from './comment-thread';
import { type DeskActions, type DeskComment, useDesk } from './desk-context';
import { DeskItem } from './desk-item';
import { commentItem } from './desk-items';
import { COMMENT_SIGNS } from './desk-marks';
import { GrowingText } from './growing-text';

const COMMENT_MAX = 20_000;

function CommentActions({ comment, actions }: { comment: DeskComment; actions: DeskActions }) {
  return (
    <div className="desk-comment-actions no-print">
      <label>
        <span className="sr-only">Kind of comment {comment.number}</span>
        <select
          className="desk-select"
          value={comment.kind}
          onChange={(event) => {
            const kind = COMMENT_KINDS.find((one) => one === event.target.value);
            if (kind) actions.changeKind(comment.id, kind);
          }}
        >
          {COMMENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {COMMENT_KIND_NAMES[kind]}
            </option>
          ))}
        </select>
      </label>
      <Button size="small" variant="plain" aria-keyshortcuts="L" onClick={() => actions.openReplies(comment.id)}>
        Saved replies
      </Button>
      <Button
        size="small"
        variant="plain"
        aria-label={`Take away comment ${comment.number}`}
        aria-keyshortcuts="Delete"
        onClick={() => actions.removeComment(comment.id)}
      >
        Take away
      </Button>
    </div>
  );
}

/** A comment at the height of its words. Its quote is repeated where it cannot stand beside them. */
export function CommentNote({ comment }: { comment: DeskComment }) {
  const { attemptId, actions, showWords, threadChanged } = useDesk();
  const item = commentItem(comment.id);
  const kind = COMMENT_KIND_NAMES[comment.kind];
  return (
    <DeskItem item={item} label={`Comment ${comment.number}: ${kind}`} className="desk-comment">
      <div className="flex items-baseline gap-2">
        <button
          type="button"
          className="desk-comment-head"
          aria-label={`${kind} ${comment.number}: show its words in the answer`}
          onClick={() => showWords(item, comment.quote.slot)}
        >
          <span aria-hidden="true" className="inline-block w-3 font-code">
            {COMMENT_SIGNS[comment.kind]}
          </span>
          {kind} <span className="text-muted tabular-nums">{comment.number}</span>
        </button>
        {comment.by !== undefined && <span className="min-w-0 truncate text-small text-muted">{comment.by}</span>}
        {comment.thread?.state === 'resolved' && comment.kind !== 'strength' && (
          <span className="text-small text-muted">resolved</span>
        )}
      </div>
      <blockquote className="desk-comment-quote" dir="auto">
        {comment.quote.text}
      </blockquote>
      <GrowingText
        label={`Comment ${comment.number}, ${kind.toLowerCase()}`}
        placeholder="What about these words?"
        value={comment.text}
        maxLength={COMMENT_MAX}
        onChange={actions && ((text) => actions.typeComment(comment.id, text))}
      />
      {actions && <CommentActions comment={comment} actions={actions} />}
      {comment.thread && <CommentThread attemptId={attemptId} comment={comment.thread} onChange={threadChanged} />}
    </DeskItem>
  );
}
