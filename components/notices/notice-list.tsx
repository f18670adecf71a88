'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { sendRequest } from '@/components/account/send-request';
import { useRequest } from '@/components/account/use-request';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { NoticeView } from '@/lib/core/review/notice';

const READ = '/api/notices/read';

const ROW = 'grid grid-cols-[8px_minmax(0,1fr)] gap-x-3 py-3 sm:grid-cols-[8px_minmax(0,1fr)_auto]';

/** What a notice says and when; of one that leads nowhere any more, that it does not. */
function Words({ notice: { text, href, createdAt, readAt } }: { notice: NoticeView }) {
  return (
    <>
      <span aria-hidden="true" className={`mt-1.5 size-2 rounded-[4px] ${readAt === null ? 'bg-accent' : ''}`} />
      <span>
        <span dir="auto" className={`wrap-anywhere ${readAt === null ? 'font-medium' : 'text-muted'}`}>
          {readAt === null && <span className="sr-only">Unread: </span>}
          {text}
        </span>
        {href === null && <span className="block text-muted">What this was about is no longer there for you.</span>}
      </span>
      <span className="col-start-2 text-muted sm:col-start-3">
        <LocalTime iso={createdAt} />
      </span>
    </>
  );
}

/** A page of notices. To open one is to have read it. `unread` is counted to a hundred. */
export function NoticeList({ notices, unread }: { notices: readonly NoticeView[]; unread: number }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [isShowing, show] = useTransition();
  const { working, error, run } = useRequest();
  const [said, setSaid] = useState('');

  async function readAll() {
    setSaid('');
    const outcome = await run('POST', READ, {});
    if (!outcome.ok) return;
    setSaid('All are marked as read.');
    show(() => router.refresh());
  }

  /** Says so in passing: the page that it leads to is what counts. */
  function open({ id, readAt, href }: NoticeView) {
    if (href === null) return;
    if (readAt !== null) {
      window.location.assign(href);
      return;
    }
    void sendRequest('POST', READ, { ids: [id] }).then(() => window.location.assign(href));
  }

  return (
    <>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="text-muted">
          {said || (unread === 0 ? 'All are read.' : `${unread >= 100 ? '100 or more' : unread} unread`)}
        </p>
        {unread > 0 && (
          <Button size="small" busy={working || isShowing} disabled={!hydrated} onClick={() => void readAll()}>
            Mark all as read
          </Button>
        )}
      </div>
      <p role="alert" className="text-danger empty:hidden">
        {error}
      </p>
      <ul className="mt-2 divide-y divide-rule border-y border-rule">
        {notices.map((notice) => (
          <li key={notice.id}>
            {notice.href === null ? (
              <div className={ROW}>
                <Words notice={notice} />
              </div>
            ) : (
              <a
                href={notice.href}
                className={`${ROW} hover:text-accent`}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
                  event.preventDefault();
                  open(notice);
                }}
              >
                <Words notice={notice} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
