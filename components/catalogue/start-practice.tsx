'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { LEVEL_NAMES, type Level, MODE_NAMES, STARTABLE_MODES, type StartableMode } from '@/lib/core/attempt';
import { startAttempt } from './start-attempt';

const MODE_TEXTS: Readonly<Record<StartableMode, string>> = {
  guided: 'A form for each step: a few fields with one question each, hints when you want them.',
  unaided: 'The seven step names and a place to write under each.',
  blank: 'One page. You structure it; afterwards you say which words belong to which step.',
};

const LEVEL_TEXTS: Readonly<Record<Level, string>> = {
  mid: 'A correct design from end to end.',
  senior: 'You drive, choose with reasons and name what fails.',
  staff: 'You weigh options with numbers and own the whole.',
};

function Choices<Value extends string>({
  legend,
  name,
  values,
  chosen,
  nameOf,
  textOf,
  onChoose,
}: {
  legend: string;
  name: string;
  values: readonly Value[];
  chosen: Value;
  nameOf: Readonly<Record<Value, string>>;
  textOf: Readonly<Record<Value, string>>;
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset>
      <legend className="label-text mb-2">{legend}</legend>
      <div className="divide-y divide-rule border-y border-rule">
        {values.map((value) => (
          <label key={value} className="grid grid-cols-[16px_1fr] items-baseline gap-x-3 py-2.5">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              className="relative top-0.5"
            />
            <span>
              <span className="font-medium">{nameOf[value]}</span>
              <span className="block text-muted">{textOf[value]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Mode, level, and the button that begins. The attempt (and a guest, if need be) is made by the server. */
export function StartPractice({
  caseSlug,
  levels,
  initialMode = 'guided',
  initialLevel = 'senior',
  followsId,
  startLabel = 'Start practising',
}: {
  caseSlug: string;
  levels: readonly Level[];
  initialMode?: StartableMode;
  initialLevel?: Level;
  /** The attempt whose comments this one answers. */
  followsId?: string;
  startLabel?: string;
}) {
  const [mode, setMode] = useState<StartableMode>(initialMode);
  const [level, setLevel] = useState<Level>(levels.includes(initialLevel) ? initialLevel : (levels[0] ?? 'senior'));
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function start() {
    setStarting(true);
    setError(null);
    const problem = await startAttempt({ caseSlug, mode, level, followsId });
    if (problem === null) return;
    setError(problem);
    setStarting(false);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <Choices
          legend="Mode"
          name="mode"
          values={STARTABLE_MODES}
          chosen={mode}
          nameOf={MODE_NAMES}
          textOf={MODE_TEXTS}
          onChoose={setMode}
        />
        <Choices
          legend="Level"
          name="level"
          values={levels}
          chosen={level}
          nameOf={LEVEL_NAMES}
          textOf={LEVEL_TEXTS}
          onChoose={setLevel}
        />
      </div>
      <noscript>
        <p className="mt-6 max-w-[66ch]">
          Practising needs JavaScript: every word is saved as you type it, and a page alone cannot do that. Switch it on
          for this site and reload. Reading needs none: the case, its worked answer and the seven steps are all here.
        </p>
      </noscript>
      <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 noscript:hidden">
        <Button type="submit" variant="primary" busy={starting}>
          {starting ? 'Starting' : startLabel}
        </Button>
        <span className="text-muted">45 minutes; stop and come back whenever you like.</span>
      </p>
      <p role="alert" className="mt-2 text-danger empty:hidden">
        {error}
      </p>
    </form>
  );
}
