'use client';

import type { ReactNode } from 'react';

/**
 * The links of the site: in a line where there is room, else in a sheet under the header that the browser opens, and closes by
 * Escape or a press beside it. A link goes to the next page without a new document, so here it closes the sheet.
 */
export function MainMenu({ id, children }: { id: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by a key is clicked as well.
    <nav
      id={id}
      aria-label="Main"
      popover="auto"
      className="main-menu"
      onClick={({ currentTarget }) => currentTarget.matches(':popover-open') && currentTarget.hidePopover()}
    >
      {children}
    </nav>
  );
}
