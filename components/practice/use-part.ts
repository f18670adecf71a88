'use client';

import { type ComponentType, useEffect, useState } from 'react';

/**
 * A part that comes after the page, when its script does; null until then. `React.lazy` throws when the script cannot be had, which
 * would take the sheet away from somebody who writes without a network; this one leaves the part out, and asks again when
 * the network is back.
 *
 * @param load the same function each time.
 */
export function usePart<Props>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> | null {
  const [part, setPart] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    const ask = () => {
      load().then(
        (script) => setPart(() => script.default),
        () => {},
      );
    };
    ask();
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [load]);
  return part;
}
