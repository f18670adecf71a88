'use client';

import type { StepText } from '@/lib/core/answer-blocks';
import { AnswerBlockView } from './answer-block';

/** What was written to one step. A single free text needs no label. */
export function StepAnswer({
  text,
  emptyText,
  restTitle = '',
  headingLevel = 'h4',
}: {
  text: StepText;
  /** What stands where nothing was written. */
  emptyText: string;
  /** Above what a blank page says to no step. */
  restTitle?: string;
  /** Of the fields' names. */
  headingLevel?: 'h3' | 'h4';
}) {
  const isEmpty = text.blocks.length === 0;
  const needsLabels = text.blocks.length > 1 || text.blocks.some((block) => block.id !== 'text');
  return (
    <div className="space-y-5">
      {isEmpty && <p className="text-muted">{emptyText}</p>}
      {text.blocks.map((block) => (
        <AnswerBlockView key={block.id} block={block} showLabel={needsLabels} headingLevel={headingLevel} />
      ))}
      {text.rest.length > 0 && (
        <details open={isEmpty} className="no-print border-t border-rule pt-2">
          <summary className="py-1 text-muted">{restTitle}</summary>
          <div className="mt-2 space-y-5">
            {text.rest.map((block) => (
              <AnswerBlockView
                key={block.id}
                block={block}
                showLabel={block.kind === 'diagram'}
                headingLevel={headingLevel}
              />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
