'use client';

import { useState } from 'react';
import { PrintButton } from './print-button';

/** Print, and whether the worked answer goes on paper too: it is several times as long as the candidate's own. */
export function PrintChoice() {
  const [withWorked, setWithWorked] = useState(false);
  return (
    <span className="flex items-center gap-3">
      <PrintButton />
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={withWorked}
          onChange={(event) => {
            setWithWorked(event.target.checked);
            document.documentElement.toggleAttribute('data-print-worked', event.target.checked);
          }}
        />
        with the worked answer
      </label>
    </span>
  );
}
