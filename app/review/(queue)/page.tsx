import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { QueueFilters } from '@/components/review/queue-filters';
import { QueueList } from '@/components/review/queue-list';
import { buttonClass } from '@/components/ui/button';
import { listCases } from '@/lib/content/library';
import { AppError } from '@/lib/core/app-error';
import { type QueueItem, type QueuePage, type QueueQuery, queueQuery } from '@/lib/core/review/queue-api';
import { loadGroups } from '@/lib/loaders/load-groups';
import { loadQueue } from '@/lib/loaders/load-queue';
import { findPageReader, type PageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Reviews' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The filters of an address; an empty one is one that was not chosen, and what makes no sense is left out. */
function readQuery(params: Record<string, string | string[] | undefined>): QueueQuery {
  const given = Object.entries(params).filter(([key, value]) => key in queueQuery.shape && value !== '');
  const checked = queueQuery.safeParse(Object.fromEntries(given));
  return checked.success ? checked.data : {};
}

async function readQueue(reader: PageReader, query: QueueQuery, now: Date): Promise<QueuePage> {
  try {
    return await loadQueue(reader, query, now);
  } catch (error) {
    // A group that is not theirs, or an old cursor.
    if (error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid')) notFound();
    throw error;
  }
}

function addressOf(query: QueueQuery, change: Partial<QueueQuery>): string {
  const filters = Object.entries({ ...query, ...change }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/review?${new URLSearchParams(filters)}`;
}

/** The people of this page, and the one who was chosen. */
function peopleOf(items: readonly QueueItem[], chosen: string | undefined) {
  const people = new Map(items.map(({ candidate }) => [candidate.id, candidate.name]));
  if (chosen !== undefined && !people.has(chosen)) people.set(chosen, 'The person chosen');
  return [...people].map(([value, name]) => ({ value, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function Intro() {
  return (
    <p className="mt-3 max-w-[66ch] font-reading text-reading text-muted">
      Attempts that somebody gave you to review stand here, the longest waiting first.
    </p>
  );
}

function NothingWaits() {
  return (
    <div className="mt-6 max-w-[66ch]">
      <p className="font-reading text-reading">Nothing waits for you.</p>
      <p className="mt-3">
        <Link href="/review?state=published" prefetch={false} className="text-link">
          What you have reviewed
        </Link>
      </p>
      <p className="mt-6 text-muted">Attempts come in two ways:</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        <li>A candidate opens a submitted attempt, asks for a review, and sends you the link. Open it once.</li>
        <li>
          You make a group and send its invite link; what its members share with it comes here.{' '}
          <Link href="/groups" prefetch={false} className="text-link">
            Groups
          </Link>
        </li>
      </ul>
    </div>
  );
}

export default async function QueueScreen({ searchParams }: Props) {
  const reader = await findPageReader(await headers());
  const query = readQuery(await searchParams);
  const now = new Date();
  if (!reader || reader.isGuest) {
    return (
      <>
        <h1 className="font-reading text-display font-semibold tracking-tight">Reviews</h1>
        <Intro />
        <p className="mt-6">
          <Link href="/sign-in?next=/review" prefetch={false} className={buttonClass('primary')}>
            Sign in to review
          </Link>
        </p>
      </>
    );
  }
  const [page, { groups }] = await Promise.all([readQueue(reader, query, now), loadGroups(reader)]);
  const { items, nextCursor } = page;
  const isFiltered = Object.keys(query).length > 0;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h1 className="font-reading text-display font-semibold tracking-tight">Reviews</h1>
        <p className="flex flex-wrap gap-3">
          <a href="/review/next" className={buttonClass('primary')}>
            Next to review
          </a>
          <Link href="/review/notes" prefetch={false} className={buttonClass('quiet')}>
            Your notes
          </Link>
        </p>
      </div>
      {(items.length > 0 || isFiltered) && (
        <QueueFilters
          query={query}
          groups={groups.filter(({ role }) => role === 'coach').map(({ id, name }) => ({ value: id, name }))}
          cases={listCases().map(({ slug, title }) => ({ value: slug, name: title }))}
          people={peopleOf(items, query.person)}
        />
      )}
      {items.length > 0 && <QueueList items={items} now={now} />}
      {items.length === 0 && !isFiltered && <NothingWaits />}
      {items.length === 0 && isFiltered && (
        <p className="mt-6">
          Nothing fits these filters.{' '}
          <Link href="/review" prefetch={false} className="text-link">
            Show everything
          </Link>
        </p>
      )}
      <nav aria-label="Pages" className="mt-4 flex gap-4">
        {query.cursor !== undefined && (
          <Link href={addressOf(query, { cursor: undefined })} prefetch={false} className="text-link">
            From the start
          </Link>
        )}
        {nextCursor !== null && (
          <Link href={addressOf(query, { cursor: nextCursor })} prefetch={false} className="text-link">
            Further on
          </Link>
        )}
      </nav>
    </>
  );
}
