'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { FindingView } from '@/lib/core/feedback/feedback-api';
import type { ExpectationState } from '@/lib/core/feedback/match-expectations';
import type { Quote } from '@/lib/core/quote';
import type { Said } from './use-findings';

const SIGNS: Readonly<Record<ExpectationState, string>> = { found: '✓', unclear: '?', 'not found': '–' };
const WORDS: Readonly<Record<ExpectationState, string>> = {
  found: 'Found',
  unclear: 'Unclear',
  'not found': 'Not found',
};

function saysWho({ shown, correction }: FindingView): string {
  if (shown.by === 'matcher') return 'by the matcher';
  return correction?.verdict === 'not-this' ? 'by your word: not this' : 'by your word: this is it';
}

/**
 * What was found of one expectation: state, the sentence, and how to correct it in one press. The same beside one's own marks and
 * while practising.
 */
export function FindingLines({
  finding,
  name,
  ownQuote = null,
  onSay,
  onShow,
  children,
}: {
  finding: FindingView;
  /** Of the expectation, for those who do not see where the buttons stand. */
  name: string;
  /** The words that the candidate marked; when nothing was found, they may be it. */
  ownQuote?: Quote | null;
  onSay: (said: Said) => void;
  /** Brings the sentence in the answer into view. */
  onShow?: (() => void) | undefined;
  children?: ReactNode;
}) {
  const { shown, state, quote, correction } = finding;
  const actions = useRef<HTMLDivElement>(null);
  const acted = useRef(false);
  // The button that was pressed goes with the change: the focus stays in its place, on the way back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the change of what was said.
  useEffect(() => {
    if (!acted.current) return;
    acted.current = false;
    actions.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [correction]);

  function say(said: Said) {
    acted.current = true;
    onSay(said);
  }

  const isOpen = shown.by === 'matcher';
  return (
    <div className="finding" data-state={shown.state}>
      <p>
        <span aria-hidden="true" className="inline-block w-4">
          {SIGNS[shown.state]}
        </span>
        <span className="font-medium">{WORDS[shown.state]}</span> <span className="text-muted">{saysWho(finding)}</span>
        {!isOpen && state !== shown.state && <span className="text-muted">; the matcher said {state}</span>}
      </p>
      {isOpen && shown.state === 'unclear' && <p className="mt-1 pl-4">Did you mean this?</p>}
      {shown.quote && (
        <blockquote className="own-words mt-1 ml-4 line-clamp-4 print:line-clamp-none" dir="auto">
          <mark className="found-mark" data-tone={shown.state}>
            {shown.quote.text}
          </mark>
        </blockquote>
      )}
      {/* Corrected: what was refused can still be read. */}
      {!shown.quote && correction && (
        <p className="own-words mt-1 ml-4 line-clamp-2 text-muted" dir="auto">
          {correction.quote.text}
        </p>
      )}
      <div ref={actions} className="no-print mt-1.5 ml-4 flex flex-wrap items-center gap-2">
        {isOpen && shown.state === 'unclear' && quote && (
          <Button size="small" aria-label={`This is it: ${name}`} onClick={() => say({ verdict: 'this-is-it', quote })}>
            This is it
          </Button>
        )}
        {isOpen && shown.state !== 'not found' && quote && (
          <Button size="small" aria-label={`No, not this: ${name}`} onClick={() => say({ verdict: 'not-this', quote })}>
            No, not this
          </Button>
        )}
        {isOpen && shown.state === 'not found' && ownQuote && (
          <Button
            size="small"
            aria-label={`This is it: the words I marked, ${name}`}
            onClick={() => say({ verdict: 'this-is-it', quote: ownQuote })}
          >
            This is it: the words I marked
          </Button>
        )}
        {!isOpen && (
          <Button size="small" aria-label={`Take back: ${name}`} onClick={() => say(null)}>
            Take back
          </Button>
        )}
        {shown.quote && onShow && (
          <Button size="small" variant="plain" aria-label={`Show in my answer: ${name}`} onClick={onShow}>
            Show in my answer
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
