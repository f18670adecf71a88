import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <div className="mx-auto w-full max-w-[68ch] px-4 py-16 sm:px-6">
      <h1 className="font-reading text-display font-semibold tracking-tight">There is nothing at this address</h1>
      <p className="mt-3 font-reading text-reading text-muted">
        It was mistyped, deleted, or belongs to somebody else. An attempt that you began as a guest opens only in the
        browser you began it in. A link to an attempt or a group may have ended, been revoked, or been replaced: ask
        whoever sent it for a new one.
      </p>
      <p className="mt-6">
        <Link href="/" prefetch={false} className="text-link">
          To the cases
        </Link>
      </p>
    </div>
  );
}
