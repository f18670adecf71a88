import Link from 'next/link';
import { MainMenu } from './main-menu';

const MENU_ID = 'main-menu';

// Plain links: the pages that everybody reads are made once, and know nobody. Whoever is not signed in is led to it.
const LINKS = [
  { href: '/#cases', label: 'Cases' },
  { href: '/steps', label: 'The seven steps' },
  { href: '/attempts', label: 'Your attempts' },
  { href: '/review', label: 'Reviews' },
  { href: '/groups', label: 'Groups' },
  // From here on at the far end of the line.
  { href: '/notices', label: 'Notices', isOwn: true },
  { href: '/settings', label: 'Account' },
] as const;

export function SiteHeader() {
  return (
    <header className="no-print border-b border-rule">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:bg-raised focus:p-2"
      >
        Skip to the content
      </a>
      <div className="site-frame flex min-h-14 items-center justify-between gap-x-6 md:justify-start">
        <Link href="/" prefetch={false} className="font-reading text-title font-semibold tracking-tight">
          Warmstart
        </Link>
        {/* On a phone the links are behind this. It opens and closes them without any script. */}
        <button type="button" popoverTarget={MENU_ID} className="-mr-2 px-2 py-2 text-muted hover:text-ink md:hidden">
          Menu
        </button>
        <MainMenu id={MENU_ID}>
          {LINKS.map(({ href, label, ...rest }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className={`main-menu-link ${'isOwn' in rest ? 'md:ml-auto' : ''}`}
            >
              {label}
            </Link>
          ))}
        </MainMenu>
      </div>
    </header>
  );
}
