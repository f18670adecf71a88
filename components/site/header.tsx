import Link from 'next/link';

const LINKS = [
  { href: '/#cases', label: 'Cases' },
  { href: '/steps', label: 'The seven steps' },
  { href: '/attempts', label: 'Your attempts' },
  // A plain link: the pages that everybody reads are made once, and know nobody. Whoever is not signed in is led to it.
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
      <div className="site-frame flex min-h-14 flex-wrap items-center gap-x-6 gap-y-0 py-1">
        <Link href="/" prefetch={false} className="font-reading text-title font-semibold tracking-tight">
          Warmstart
        </Link>
        <nav aria-label="Main" className="-mx-2 flex flex-wrap">
          {LINKS.map(({ href, label }) => (
            <Link key={href} href={href} prefetch={false} className="px-2 py-2 text-muted hover:text-ink">
              {label}
            </Link>
          ))}
        </nav>
      </div>
    </header>
  );
}
