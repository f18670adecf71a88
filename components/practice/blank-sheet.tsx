'use client';

import type { RefObject } from 'react';
import { isPage, type PageAnswer } from '@/lib/core/answer';
import { PAGE_SLOT } from '@/lib/core/attempt';
import { shiftTags } from '@/lib/core/retag';
import { isLocked } from '@/lib/core/saving/draft-state';
import type { AnswerSaver } from '../saving/answer-saver';
import { useDraft } from '../saving/use-draft-saver';
import { OptionalDiagram } from './optional-diagram';
import { Tagging } from './tagging';

const EMPTY_PAGE: PageAnswer = { text: '', tags: [] };

export type PageView = 'write' | 'tag';

/** One page to write on, and a second view in which its sentences are given to steps. */
export function BlankSheet({
  saver,
  view,
  onView,
  sentences,
}: {
  saver: AnswerSaver;
  view: PageView;
  onView: (view: PageView) => void;
  /** The list of sentences of the second view. */
  sentences: RefObject<HTMLDivElement | null>;
}) {
  const state = useDraft(saver, PAGE_SLOT);
  const { draft } = state;
  const readOnly = isLocked(state);
  const page = isPage(draft) ? draft : EMPTY_PAGE;

  function change(part: Partial<PageAnswer>) {
    const latest = saver.stateOf(PAGE_SLOT).draft;
    const before = isPage(latest) ? latest : EMPTY_PAGE;
    // Tags stay on their words while the text around them changes.
    const tags = part.text === undefined ? before.tags : shiftTags(before.tags, before.text, part.text);
    saver.edit(PAGE_SLOT, { ...before, tags, ...part });
  }

  return (
    <div data-locked={readOnly}>
      <fieldset className="mb-4 flex gap-1 border-b border-rule">
        <legend className="sr-only">View</legend>
        {(['write', 'tag'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={view === one}
            onClick={() => onView(one)}
            className="-mb-px border-b-2 border-transparent px-3 py-2 text-muted aria-pressed:border-ink aria-pressed:font-medium aria-pressed:text-ink"
          >
            {one === 'write' ? 'Write' : 'Tag with steps'}
          </button>
        ))}
      </fieldset>
      {view === 'tag' ? (
        <Tagging
          text={page.text}
          tags={page.tags}
          readOnly={readOnly}
          list={sentences}
          onChange={(tags) => change({ tags })}
        />
      ) : (
        <>
          <textarea
            aria-label="Your page"
            className="field-box min-h-[60dvh] px-4 py-3 text-large"
            dir="auto"
            spellCheck
            value={page.text}
            readOnly={readOnly}
            onChange={(event) => change({ text: event.target.value })}
          />
          <OptionalDiagram
            id="diagram-page"
            source={page.diagram}
            readOnly={readOnly}
            onChange={(diagram) => change({ diagram })}
          />
        </>
      )}
    </div>
  );
}
