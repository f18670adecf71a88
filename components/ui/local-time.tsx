'use client';

import { useEffect, useState } from 'react';
import { localTimeText, type TimeFormat } from './local-time-text';

/**
 * A moment on the reader's clock. The server does not know that clock, so it sends the date in UTC and the page puts the
 * reader's words in once it runs; the element itself never changes, so nothing mismatches.
 */
export function LocalTime({ iso, show = 'minute' }: { iso: string; show?: TimeFormat }) {
  const [text, setText] = useState(() => `${iso.slice(0, 10)}${show === 'day' ? '' : ` ${iso.slice(11, 16)} UTC`}`);
  useEffect(() => {
    setText(localTimeText(iso, show));
  }, [iso, show]);
  return (
    <time dateTime={iso} className="tabular-nums">
      {text}
    </time>
  );
}
