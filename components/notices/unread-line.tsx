import Link from 'next/link';

/** Says that there are notices to read, counted to a hundred; nothing when there are none. */
export function UnreadLine({ unread }: { unread: number }) {
  if (unread === 0) return null;
  return (
    <p className="mb-10 border-l-2 border-accent pl-3">
      <Link href="/notices" prefetch={false} className="text-link">
        {unread >= 100 ? '100 or more unread notices' : unread === 1 ? '1 unread notice' : `${unread} unread notices`}
      </Link>
    </p>
  );
}
