'use client';

import type { StepText } from '@/lib/core/answer-blocks';
import { AnswerBlockView } from './answer-block';

/** What the candidate wrote to one step. A single free text needs no label. */
export function StepAnswer({
  text,
  isPage,
  headingLevel = 'h4',
}: {
  text: StepText;
  isPage: boolean;
  /** Of the fields' names. */
  headingLevel?: 'h3' | 'h4';
}) {
  const isEmpty = text.blocks.length === 0;
  const needsLabels = text.blocks.length > 1 || text.blocks.some((block) => block.id !== 'text');
  return (
    <div className="space-y-5">
      {isEmpty && (
        <p className="text-muted">
          {isPage ? 'No words of your page are tagged with this step.' : 'You left this step empty.'}
        </p>
      )}
      {text.blocks.map((block) => (
        <AnswerBlockView key={block.id} block={block} showLabel={needsLabels} headingLevel={headingLevel} />
      ))}
      {text.rest.length > 0 && (
        <details open={isEmpty} className="no-print border-t border-rule pt-2">
          <summary className="py-1 text-muted">The rest of your page, without a step</summary>
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
