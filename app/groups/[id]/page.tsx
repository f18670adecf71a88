import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache, Fragment } from 'react';
import { UnreadNotices } from '@/app/unread-notices';
import { JoinedGroupView } from '@/components/groups/joined-group';
import { LedGroup } from '@/components/groups/led-group';
import { PersonWhoTypes } from '@/components/saving/use-unsent-text';
import { listCases } from '@/lib/content/library';
import { AppError } from '@/lib/core/app-error';
import type { GroupDetail } from '@/lib/core/review/group-api';
import { ownLink } from '@/lib/http/own-link';
import { loadGroup } from '@/lib/loaders/load-group';
import { findPageReader } from '@/lib/loaders/page-reader';

type Props = { params: Promise<{ id: string }> };

/** Once for the title and the page. Null for whoever is not in it. */
const findGroup = cache(async (id: string): Promise<{ group: GroupDetail; userId: string } | null> => {
  const sent = await headers();
  const reader = await findPageReader(sent);
  if (!reader) return null;
  try {
    const group = await loadGroup(reader, id, (token) => ownLink(`/groups/join/${token}`, sent));
    return { group, userId: reader.userId };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findGroup((await params).id);
  return { title: found?.group.name ?? 'Nothing here' };
}

function Coaches({ group }: { group: GroupDetail }) {
  return (
    <p className="mt-1 text-muted wrap-anywhere">
      Coached by{' '}
      {group.coaches.map(({ name }, index) => (
        // Two coaches may have one name, and the order stays while the page does.
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart.
        <Fragment key={index}>
          {index > 0 && (index === group.coaches.length - 1 ? ' and ' : ', ')}
          <bdi className="text-ink">{name}</bdi>
        </Fragment>
      ))}{' '}
      · {group.memberCount === 1 ? '1 person' : `${group.memberCount} people`}
    </p>
  );
}

export default async function GroupPage({ params }: Props) {
  const found = await findGroup((await params).id);
  if (!found) notFound();
  const { group, userId } = found;
  const nowMs = Date.now();
  return (
    <div className="site-frame py-10 sm:py-14 print:p-0">
      <UnreadNotices />
      <div className="max-w-[860px]">
        <p className="no-print text-muted">
          <Link href="/groups" prefetch={false} className="text-link">
            Groups
          </Link>
        </p>
        <h1
          dir="auto"
          className="mt-1 font-reading text-display font-semibold tracking-tight text-balance wrap-anywhere"
        >
          {group.name}
        </h1>
        <Coaches group={group} />
        <div className="mt-8">
          {group.led ? (
            <PersonWhoTypes id={userId}>
              <LedGroup
                group={group}
                led={group.led}
                cases={listCases().map(({ slug, title, levels }) => ({ slug, title, levels }))}
                nowMs={nowMs}
              />
            </PersonWhoTypes>
          ) : (
            <JoinedGroupView group={group} userId={userId} nowMs={nowMs} />
          )}
        </div>
      </div>
    </div>
  );
}
