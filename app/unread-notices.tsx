import { headers } from 'next/headers';
import { UnreadCount } from '@/components/notices/unread-count';
import { loadUnreadCount } from '@/lib/loaders/load-notices';
import { findPageReader } from '@/lib/loaders/page-reader';

/** How many notices whoever opens the page has not read, for the header. In every page that is made for one person; a layout would keep an old count. */
export async function UnreadNotices() {
  const reader = await findPageReader(await headers());
  if (!reader || reader.isGuest) return null;
  return <UnreadCount unread={await loadUnreadCount(reader)} />;
}
