import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Nothing here' };

export default function ShareNotFound() {
  return (
    <div className="mx-auto w-full max-w-[68ch] px-4 py-16 sm:px-6">
      <h1 className="font-reading text-display font-semibold tracking-tight">This link opens nothing</h1>
      <p className="mt-3 font-reading text-reading text-muted">
        It was revoked, has ended, or was cut short on its way to you. Ask whoever sent it for a new one. What you have
        written in reviews stays with you.
      </p>
      <p className="mt-6">
        <Link href="/" prefetch={false} className="text-link">
          To the cases
        </Link>
      </p>
    </div>
  );
}
