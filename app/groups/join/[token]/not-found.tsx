import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Nothing here' };

export default function InviteNotFound() {
  return (
    <div className="mx-auto w-full max-w-[68ch] px-4 py-16 sm:px-6">
      <h1 className="font-reading text-display font-semibold tracking-tight">This invite link opens nothing</h1>
      <p className="mt-3 font-reading text-reading text-muted">
        The group has a newer link, is gone, or the link was cut short on its way to you. Ask its coach for the link of
        today.
      </p>
      <p className="mt-6">
        <Link href="/groups" prefetch={false} className="text-link">
          To your groups
        </Link>
      </p>
    </div>
  );
}
