import Link from 'next/link';
import { MainMenu } from './main-menu';

const MENU_ID = 'main-menu';

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
        <MainMenu id={MENU_ID} />
      </div>
    </header>
  );
}
