'use client';

import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Tag } from '@/lib/core/answer';
import { STEP_IDS, STEP_LIST, STEPS, type StepId } from '@/lib/core/steps';
import { stepsOfUnit, tagUnits } from '@/lib/core/tag-units';
import { textUnits } from '@/lib/core/text-units';

/**
 * The page's sentences as a list, to be given to steps: arrows move, Shift and arrows take several, 1 to 7 give them to a
 * step, 0 takes the step away. By pointer: click, Shift and click, then a step's button. By touch, "Several" stands for Shift.
 */
export function Tagging({
  text,
  tags,
  readOnly,
  list,
  onChange,
}: {
  text: string;
  tags: readonly Tag[];
  /** The list of sentences, for who sends the focus there. */
  list: RefObject<HTMLDivElement | null>;
  readOnly: boolean;
  onChange: (tags: Tag[]) => void;
}) {
  const units = useMemo(() => textUnits(text), [text]);
  const [anchor, setAnchor] = useState(0);
  const [active, setActive] = useState(0);
  const [takesSeveral, setTakesSeveral] = useState(false);
  const [first, last] = [Math.min(anchor, active), Math.max(anchor, active)];
  const untagged = units.filter((unit) => stepsOfUnit(unit, tags).length === 0).length;

  function moveTo(index: number, extend: boolean) {
    const next = Math.max(0, Math.min(units.length - 1, index));
    setActive(next);
    if (!extend) setAnchor(next);
    list.current?.querySelector(`#unit-${next}`)?.scrollIntoView({ block: 'nearest' });
  }

  function give(step: StepId | null) {
    if (readOnly) return;
    onChange(tagUnits(text, tags, units.slice(first, last + 1), step));
    moveTo(last + 1, false);
    setTakesSeveral(false);
    list.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: units.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) moveTo(move, event.shiftKey);
    else if (/^[0-7]$/.test(event.key)) give(STEP_IDS[Number(event.key) - 1] ?? null);
    else return;
    event.preventDefault();
  }

  if (units.length === 0) {
    return (
      <p className="py-8 text-muted">
        There is nothing to tag yet. Write first, then say which words belong to which step.
      </p>
    );
  }
  return (
    <div>
      <p id="tagging-help" className="text-muted">
        Say which step each sentence belongs to: press a sentence, then a step. For several, press Several and then the
        last of them.{' '}
        <span className="pointer-coarse:hidden">
          By keyboard: arrows move, Shift and arrows take several, <kbd>1</kbd> to <kbd>7</kbd> give them to a step,{' '}
          <kbd>0</kbd> takes it away.
        </span>
      </p>
      <div
        role="toolbar"
        aria-label="Give the chosen sentences to a step"
        className="sticky top-0 z-10 my-3 flex flex-wrap gap-1.5 bg-paper py-2"
      >
        {STEP_LIST.map((step) => (
          <Button key={step.id} size="small" disabled={readOnly} onClick={() => give(step.id)}>
            <span className="tabular-nums">{step.number}</span> {step.shortTitle}
          </Button>
        ))}
        <Button size="small" variant="plain" disabled={readOnly} onClick={() => give(null)}>
          0 No step
        </Button>
        <Button
          size="small"
          aria-pressed={takesSeveral}
          className="ml-auto aria-pressed:bg-ink aria-pressed:text-paper"
          onClick={() => setTakesSeveral(!takesSeveral)}
        >
          Several
        </Button>
      </div>
      <p role="status" className="mb-2 text-muted tabular-nums">
        {untagged === 0 ? 'Every sentence has a step.' : `${untagged} of ${units.length} sentences without a step.`}
      </p>
      <div
        ref={list}
        role="listbox"
        aria-label="Sentences of your page"
        aria-multiselectable="true"
        aria-describedby="tagging-help"
        aria-activedescendant={`unit-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="border-y border-rule"
      >
        {units.map((unit, index) => {
          const steps = stepsOfUnit(unit, tags);
          const names = steps.map((step) => STEPS[step].shortTitle).join(', ');
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it has the keys.
            <div
              key={unit.start}
              id={`unit-${index}`}
              role="option"
              aria-selected={index >= first && index <= last}
              tabIndex={-1}
              onClick={(event) => {
                moveTo(index, event.shiftKey || takesSeveral);
                list.current?.focus();
              }}
              className={`grid cursor-pointer grid-cols-[76px_1fr] gap-x-3 border-l-2 py-1.5 pl-2 text-large ${
                index >= first && index <= last ? 'border-accent bg-raised' : 'border-transparent'
              }`}
            >
              <span className="text-small leading-6 text-muted">{names === '' ? 'no step' : names}</span>
              <span dir="auto">{unit.text}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
