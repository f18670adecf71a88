'use client';

import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { type AnswerSlot, PAGE_SLOT } from '@/lib/core/attempt';
import type { Passage } from '@/lib/core/passages';
import type { Quote } from '@/lib/core/quote';
import { moveByWord, quoteBetween, type SpanMove, sentencesOf, type TextSpan, wordFinder } from '@/lib/core/quote-span';
import { STEPS } from '@/lib/core/steps';
import type { PassagesBySlot } from './selected-quote';

const MAX_SENTENCES_SHOWN = 150;

const MOVES: readonly { readonly move: SpanMove; readonly label: string }[] = [
  { move: 'start-earlier', label: 'Begin a word earlier' },
  { move: 'start-later', label: 'Begin a word later' },
  { move: 'end-earlier', label: 'End a word earlier' },
  { move: 'end-later', label: 'End a word later' },
];

const slotName = (slot: AnswerSlot) => (slot === PAGE_SLOT ? 'The page' : STEPS[slot].title);

/** The words of the search at the first place where they stand, letter for letter but for case. */
function exactWords(
  slot: AnswerSlot,
  passages: readonly Passage[],
  query: string,
  find: (text: string) => TextSpan | null,
): Quote | null {
  if (query.length < 3) return null;
  for (const passage of passages) {
    const span = find(passage.text);
    if (span) return quoteBetween(slot, passage, span.start, span.end);
  }
  return null;
}

/** One press chooses it; Enter on what is chosen takes it, because the button that does is a long way off in a long answer. */
function Choice({
  quote,
  chosen,
  onChoose,
  onUse,
  children,
}: {
  quote: Quote;
  chosen: Quote | null;
  onChoose: (quote: Quote) => void;
  onUse: (quote: Quote) => void;
  /** What stands above its words. */
  children: ReactNode;
}) {
  const isChosen = chosen?.path === quote.path && chosen.start === quote.start && chosen.end === quote.end;
  return (
    <li>
      <button
        type="button"
        dir="auto"
        className="sentence-choice"
        aria-pressed={isChosen}
        onClick={() => onChoose(quote)}
        onKeyDown={(event) => {
          // A key that is held down chooses and does no more.
          if (event.key !== 'Enter' || event.repeat || event.ctrlKey || event.metaKey || !isChosen) return;
          event.preventDefault();
          onUse(quote);
        }}
      >
        {children}
        <span className="own-words">{quote.text}</span>
      </button>
    </li>
  );
}

function Chosen({
  quote,
  passage,
  useLabel,
  onChange,
  onUse,
}: {
  quote: Quote;
  useLabel: string;
  passage: Passage;
  onChange: (quote: Quote) => void;
  onUse: () => void;
}) {
  return (
    <div className="border-t border-rule px-5 py-4">
      <p className="label-text">The quote</p>
      <blockquote dir="auto" className="own-words mt-1 max-h-32 overflow-y-auto" aria-live="polite">
        <mark className="found-mark">{quote.text}</mark>
      </blockquote>
      <div className="mt-3 flex flex-wrap gap-2">
        {MOVES.map(({ move, label }) => (
          <Button
            key={move}
            size="small"
            onClick={() => {
              const span = moveByWord(passage.text, quote, move);
              onChange(quoteBetween(quote.slot, passage, span.start, span.end) ?? quote);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <Button variant="primary" className="mt-4" onClick={onUse}>
        {useLabel}
      </Button>
    </div>
  );
}

/** Finds the words of the answer that make a point without a pointer: search, choose a sentence, trim it word by word. */
export function QuotePicker({
  title,
  description,
  useLabel,
  startIn,
  answerName = 'the answer',
  passages,
  onPick,
  onClose,
}: {
  title: string;
  description?: string;
  /** On the button that takes the quote. */
  useLabel: string;
  /** Which part of the answer is looked at first. */
  startIn: AnswerSlot;
  /** `your answer` to whoever wrote it. */
  answerName?: string;
  passages: PassagesBySlot;
  onPick: (quote: Quote) => void;
  onClose: () => void;
}) {
  const slots = (Object.keys(passages) as AnswerSlot[]).filter((one) => (passages[one]?.length ?? 0) > 0);
  const [slot, setSlot] = useState<AnswerSlot>(slots.includes(startIn) ? startIn : (slots[0] ?? startIn));
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Quote | null>(null);
  const searched = passages[slot] ?? [];
  const wanted = query.trim();
  const find = useMemo(() => wordFinder(wanted), [wanted]);
  const sentences = useMemo(
    () =>
      (passages[slot] ?? []).flatMap((passage) =>
        sentencesOf(passage.text).flatMap(({ start, end }) => {
          const quote = quoteBetween(slot, passage, start, end);
          return quote ? [{ label: passage.label, quote }] : [];
        }),
      ),
    [passages, slot],
  );
  const matching = sentences.filter(({ quote }) => find(quote.text) !== null);
  const exact = exactWords(slot, searched, wanted, find);
  const passage = chosen && passages[chosen.slot]?.find((one) => one.path === chosen.path);
  return (
    <DialogFrame
      open
      onClose={onClose}
      title={title}
      description={description}
      startAt={search}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.repeat || !(event.ctrlKey || event.metaKey) || !chosen) return;
        event.preventDefault();
        onPick(chosen);
      }}
    >
      <div className="flex flex-wrap gap-3 px-5 pt-4">
        <label className="min-w-48 flex-1">
          <span className="label-text">Search {answerName}</span>
          <input
            ref={search}
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="field-box"
          />
        </label>
        {slots.length > 1 && (
          <label className="min-w-40">
            <span className="label-text">Look in</span>
            <select
              value={slot}
              onChange={(event) => setSlot(event.target.value as AnswerSlot)}
              className="field-box h-[36px]"
            >
              {slots.map((one) => (
                <option key={one} value={one}>
                  {slotName(one)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p role="status" className="px-5 pt-2 text-small text-muted tabular-nums">
        {matching.length === 1 ? '1 sentence' : `${matching.length} sentences`}
        {matching.length > MAX_SENTENCES_SHOWN && `; the first ${MAX_SENTENCES_SHOWN} are listed, search to narrow`}
        {chosen && (
          <span className="pointer-coarse:hidden">
            . Enter again takes the chosen one, Ctrl + Enter the quote below.
          </span>
        )}
      </p>
      <ul aria-label={`Sentences of ${answerName}`} className="mt-1 min-h-24 flex-1 overflow-y-auto px-3 pb-3">
        {exact && (
          <Choice quote={exact} chosen={chosen} onChoose={setChosen} onUse={onPick}>
            <span className="label-text block">Just these words</span>
          </Choice>
        )}
        {matching.slice(0, MAX_SENTENCES_SHOWN).map(({ label, quote }) => (
          <Choice
            key={`${quote.path}.${quote.start}`}
            quote={quote}
            chosen={chosen}
            onChoose={setChosen}
            onUse={onPick}
          >
            {label !== 'Answer' && <span className="label-text block">{label}</span>}
          </Choice>
        ))}
        {sentences.length === 0 && <li className="px-2 py-3 text-muted">There are no words here.</li>}
      </ul>
      {chosen && passage && (
        <Chosen
          quote={chosen}
          passage={passage}
          useLabel={useLabel}
          onChange={setChosen}
          onUse={() => onPick(chosen)}
        />
      )}
    </DialogFrame>
  );
}
