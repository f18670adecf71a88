'use client';

import { useEffect, useState } from 'react';
import type { QueuePeople } from '@/lib/core/review/queue-api';

const PAUSE_MS = 200;
/** More would have to be scrolled; another letter is quicker. */
const SUGGESTIONS = 20;

/** Looks for somebody among many by a part of the name. Without scripts it is a field like others, and the page answers it. */
export function PersonSearch({
  chosen,
  typed,
}: {
  chosen: { readonly id: string; readonly name: string } | null;
  /** What was asked for, when it was nobody's name or the name of several. */
  typed: string;
}) {
  const [words, setWords] = useState(chosen?.name ?? typed);
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    if (words.trim() === '') {
      setNames([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = `/api/reviews/people?name=${encodeURIComponent(words)}`;
        const reply = await fetch(address, { signal: stop.signal });
        if (!reply.ok) return;
        const { people } = (await reply.json()) as QueuePeople;
        setNames([...new Set(people.map(({ name }) => name))].slice(0, SUGGESTIONS));
      } catch {
        // Without suggestions the field still works.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words]);
  return (
    <label className="min-w-36 flex-1 sm:max-w-64 sm:flex-none">
      <span className="label-text">Person</span>
      {chosen && <input type="hidden" name="person" value={chosen.id} />}
      <input
        type="search"
        name="name"
        list="queue-people"
        placeholder="Part of a name"
        autoComplete="off"
        dir="auto"
        maxLength={100}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="field-box h-9"
      />
      <datalist id="queue-people">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}
