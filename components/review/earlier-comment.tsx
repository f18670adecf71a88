'use client';

import { useState } from 'react';
import { ChangedText } from '@/components/answers/changed-text';
import type { EarlierReview } from '@/lib/core/review/review-api';
import { COMMENT_KIND_NAMES } from '@/lib/core/review/review-words';
import { CommentThread } from './comment-thread';

type EarlierComment = EarlierReview['comments'][number];
type Change = NonNullable<EarlierComment['diff']>['near'][number];

function Changes({ title, isOpen, changes }: { title: string; isOpen: boolean; changes: readonly Change[] }) {
  const differing = changes.filter(({ kind }) => kind !== 'same');
  if (differing.length === 0) return null;
  return (
    <details className="mt-2" open={isOpen}>
      <summary className="py-0.5 text-small text-muted">{title}</summary>
      {differing.map(({ label, segments, before, after }) => (
        <div key={`${before?.path}→${after?.path}`} className="own-words mt-1">
          {label !== 'Answer' && <p className="font-interface text-small text-muted">{label}</p>}
          <ChangedText segments={segments} show="both" />
        </div>
      ))}
    </details>
  );
}

const DIFF_WORDS = {
  near: 'What changed around these words',
  step: 'These words stand as they were; something else of the step changed',
  none: 'Nothing of the step changed',
} as const;

/**
 * A comment on an earlier attempt, and what the answer says otherwise now. Of the attempt that this one answers it can be
 * settled here, where the difference is in sight.
 */
export function EarlierCommentItem({
  attemptId,
  earlier,
  canSettle,
}: {
  /** Of the earlier attempt. */
  attemptId: string;
  earlier: EarlierComment;
  canSettle: boolean;
}) {
  const { answered, diff } = earlier;
  const [comment, setComment] = useState(earlier.comment);
  const asks = comment.kind !== 'strength';
  return (
    <li className="py-3">
      <p>
        <span className="font-medium">{COMMENT_KIND_NAMES[comment.kind]}</span>
        <span className="text-muted">
          {asks && comment.state === 'resolved' && ', resolved'}
          {answered === true && ', said to be answered here'}
          {answered === false && ', said to be still open'}
        </span>
      </p>
      <blockquote className="own-words border-l border-rule pl-2 text-muted" dir="auto">
        {comment.quote.text}
      </blockquote>
      <p className="desk-text mt-1" dir="auto">
        {comment.text}
      </p>
      {diff !== null && (
        <>
          <p className="mt-1.5 text-small text-muted">{DIFF_WORDS[diff.kind]}.</p>
          <Changes title="Now" isOpen changes={diff.near} />
          <Changes title="Elsewhere in the step" isOpen={diff.kind === 'step'} changes={diff.elsewhere} />
        </>
      )}
      {canSettle && asks && <CommentThread attemptId={attemptId} comment={comment} onChange={setComment} />}
    </li>
  );
}
