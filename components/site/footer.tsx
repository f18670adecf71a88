import Link from 'next/link';

export function SiteFooter() {
  return (
    <footer className="no-print mt-auto border-t border-rule">
      <div className="site-frame flex flex-wrap gap-x-6 gap-y-2 py-6 text-small text-muted">
        <p>Everything you write stays on the machine that runs Warmstart. No score, no model call, no tracking.</p>
        <p>
          <Link href="/steps/outlines" prefetch={false} className="text-link">
            You know another outline?
          </Link>
        </p>
        <p>
          <Link href="/how-feedback-works" prefetch={false} className="text-link">
            How feedback works
          </Link>
        </p>
      </div>
    </footer>
  );
}
