import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { UnreadNotices } from '@/app/unread-notices';
import { QueueFilters } from '@/components/review/queue-filters';
import { QueueList } from '@/components/review/queue-list';
import { buttonClass } from '@/components/ui/button';
import { listCases } from '@/lib/content/library';
import { AppError } from '@/lib/core/app-error';
import { choosePerson } from '@/lib/core/review/chosen-person';
import { callApart } from '@/lib/core/review/people-names';
import {
  peopleQuery,
  type QueuePage,
  type QueuePeople,
  type QueueQuery,
  queueQuery,
} from '@/lib/core/review/queue-api';
import { loadGroups } from '@/lib/loaders/load-groups';
import { loadQueue } from '@/lib/loaders/load-queue';
import { loadQueuePeople, loadQueuePerson } from '@/lib/loaders/load-queue-people';
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

type Person = QueuePeople['people'][number];
type Chosen = Pick<Person, 'id' | 'name'>;

interface People {
  /** To be listed; null when there are too many. */
  readonly choices: readonly { readonly value: string; readonly name: string }[] | null;
  readonly chosen: Chosen | null;
  /** Among many: those who can be meant by the words in the field of the name, as they are called. */
  readonly among: readonly Chosen[];
}

/** Everybody whose attempts are in the queue, and who of them is chosen: by id, or among many by name. */
async function readPeople(
  reader: PageReader,
  query: QueueQuery,
  words: string | undefined,
  now: Date,
): Promise<People> {
  const { people, hasMore } = await loadQueuePeople(reader, '', now);
  if (hasMore) {
    const chosen = query.person === undefined ? null : await loadQueuePerson(reader, query.person, now);
    if (words === undefined) return { choices: null, chosen, among: [] };
    const found = words.trim() === '' ? [] : (await loadQueuePeople(reader, words, now)).people;
    const { person, among } = choosePerson(words, found, chosen);
    const called = callApart(found, now.getTime());
    return {
      choices: null,
      chosen: person,
      among: among.map(({ id, name }) => ({ id, name: called.get(id) ?? name })),
    };
  }
  const chosen = people.find(({ id }) => id === query.person) ?? null;
  const called = callApart(people, now.getTime());
  const choices = people.map(({ id, name }) => ({ value: id, name: called.get(id) ?? name }));
  // Somebody whose last attempt was taken back meanwhile.
  if (query.person !== undefined && !chosen) choices.push({ value: query.person, name: 'The person chosen' });
  return { choices: choices.sort((a, b) => a.name.localeCompare(b.name, 'en')), chosen, among: [] };
}

/** What was typed as a name; undefined when there is no such field. */
function readWords(params: Record<string, string | string[] | undefined>): string | undefined {
  return params.name === undefined ? undefined : peopleQuery.safeParse({ name: params.name }).data?.name;
}

function WhoIsMeant({ words, query, among }: { words: string; query: QueueQuery; among: readonly Chosen[] }) {
  return (
    <div className="mt-6">
      {among.length === 0 ? (
        <p>Nobody in your queue has “{words}” in their name.</p>
      ) : (
        <>
          <p>Who is meant by “{words}”?</p>
          <ul aria-label="People with this name" className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
            {among.map(({ id, name }) => (
              <li key={id}>
                <Link href={addressOf(query, { person: id })} prefetch={false} className="text-link">
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
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

const NOTHING: QueuePage = { items: [], nextCursor: null };

export default async function QueueScreen({ searchParams }: Props) {
  const reader = await findPageReader(await headers());
  const params = await searchParams;
  const asked = readQuery(params);
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
  const words = readWords(params);
  const [people, { groups }] = await Promise.all([readPeople(reader, asked, words, now), loadGroups(reader)]);
  const { person: _, ...others } = asked;
  // What was typed counts, where it can be typed.
  const query = people.choices === null ? { ...others, ...(people.chosen && { person: people.chosen.id }) } : asked;
  const isUnknown = people.choices === null && (words?.trim() ?? '') !== '' && people.chosen === null;
  const { items, nextCursor } = isUnknown ? NOTHING : await readQueue(reader, query, now);
  const isFiltered = isUnknown || Object.keys(query).length > 0;
  return (
    <>
      <UnreadNotices />
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
          people={people.choices}
          chosen={people.chosen}
          typed={words ?? ''}
        />
      )}
      {items.length > 0 && <QueueList items={items} now={now} />}
      {items.length === 0 && !isFiltered && <NothingWaits />}
      {isUnknown && <WhoIsMeant words={words?.trim() ?? ''} query={query} among={people.among} />}
      {items.length === 0 && isFiltered && !isUnknown && (
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
