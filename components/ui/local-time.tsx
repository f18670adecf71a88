'use client';

import { useEffect, useState } from 'react';

/** An hour has a leading zero where the reader's language writes one: 18:05 and 08:05, and 6:05 PM. */
const FORMATS: Readonly<Record<'day' | 'moment' | 'minute' | 'second' | 'clock', Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  minute: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  second: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', second: '2-digit' },
  clock: { hour: 'numeric', minute: '2-digit' },
};

/**
 * A moment on the reader's clock. The server does not know that clock, so it sends the date in UTC and the page puts the
 * reader's words in once it runs; the element itself never changes, so nothing mismatches.
 */
export function LocalTime({ iso, show = 'minute' }: { iso: string; show?: keyof typeof FORMATS }) {
  const [text, setText] = useState(() => `${iso.slice(0, 10)}${show === 'day' ? '' : ` ${iso.slice(11, 16)} UTC`}`);
  useEffect(() => {
    setText(new Intl.DateTimeFormat(undefined, FORMATS[show]).format(new Date(iso)));
  }, [iso, show]);
  return (
    <time dateTime={iso} className="tabular-nums">
      {text}
    </time>
  );
}
