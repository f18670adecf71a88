'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/**
 * Plain links: the pages that everybody reads are made once, and know nobody. Whoever is not signed in is led to it. Behind each
 * link stand the addresses, besides its own, that belong to it.
 */
const LINKS: readonly (readonly [href: string, label: string, ...others: string[]])[] = [
  ['/#cases', 'Cases', '/cases'],
  ['/steps', 'The seven steps'],
  ['/attempts', 'Your attempts', '/practice', '/progress'],
  ['/review', 'Reviews'],
  ['/groups', 'Groups'],
  ['/notices', 'Notices'],
  ['/settings', 'Account', '/sign-in', '/reset-password', '/confirm-email'],
];

/** From here on at the far end of the line. */
const FIRST_OWN = '/notices';

/** `page` for the link's own page, `true` for what lies below it. */
function currentAs(pathname: string, sections: readonly string[]): 'page' | 'true' | undefined {
  if (pathname === sections[0]) return 'page';
  return sections.some((section) => pathname === section || pathname.startsWith(`${section}/`)) ? 'true' : undefined;
}

/**
 * The links of the site: in a line where there is room, else in a sheet under the header that the browser opens, and closes by
 * Escape or a press beside it. A link goes to the next page without a new document, so here it closes the sheet.
 */
export function MainMenu({ id }: { id: string }) {
  const pathname = usePathname();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by a key is clicked as well.
    <nav
      id={id}
      aria-label="Main"
      popover="auto"
      className="main-menu"
      onClick={({ currentTarget }) => currentTarget.matches(':popover-open') && currentTarget.hidePopover()}
    >
      {LINKS.map(([href, label, ...others]) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={currentAs(pathname, [href, ...others])}
          className={`main-menu-link ${href === FIRST_OWN ? 'md:ml-auto' : ''}`}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
