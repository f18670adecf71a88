import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { UnreadNotices } from '@/app/unread-notices';
import { CaseAttempts } from '@/components/attempts/case-attempts';
import { DeleteEverything } from '@/components/attempts/delete-everything';
import { buttonClass } from '@/components/ui/button';
import type { AttemptSummary } from '@/lib/core/api-types';
import { loadAttempts } from '@/lib/loaders/load-attempts';
import { findPageReader } from '@/lib/loaders/page-reader';

export const metadata: Metadata = { title: 'Your attempts' };

type Props = { searchParams: Promise<{ case?: string | string[] }> };

/** Attempts by case: the case worked on last first, and in it the newest attempt first. */
function byCase(attempts: readonly AttemptSummary[]): AttemptSummary[][] {
  const newestFirst = [...attempts].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const groups = new Map<string, AttemptSummary[]>();
  for (const attempt of newestFirst) {
    groups.set(attempt.caseSlug, [...(groups.get(attempt.caseSlug) ?? []), attempt]);
  }
  return [...groups.values()];
}

function Nothing() {
  return (
    <>
      <p className="mt-3 max-w-[66ch] font-reading text-reading text-muted">
        There are none yet. Every attempt you begin is listed here, with what you wrote, the time it took and what you
        marked; two at the same case can be compared.
      </p>
      <p className="mt-6">
        <Link href="/#cases" prefetch={false} className={buttonClass('primary')}>
          Choose a case to practise
        </Link>
      </p>
    </>
  );
}

function CaseFilter({ groups, chosen }: { groups: readonly AttemptSummary[][]; chosen: string | null }) {
  const options = groups.flatMap(([first]) =>
    first ? [{ slug: first.caseSlug, title: first.caseTitle ?? first.caseSlug }] : [],
  );
  const item = (slug: string | null, title: string) => (
    <li key={slug ?? ''}>
      <Link
        href={slug === null ? '/attempts' : `/attempts?case=${encodeURIComponent(slug)}`}
        prefetch={false}
        aria-current={chosen === slug ? 'page' : undefined}
        className="block border-b-2 border-transparent py-1 text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
      >
        {title}
      </Link>
    </li>
  );
  return (
    <nav aria-label="Attempts by case" className="mt-6">
      <ul className="flex flex-wrap gap-x-5">
        {item(null, 'All cases')}
        {options.map(({ slug, title }) => item(slug, title))}
      </ul>
    </nav>
  );
}

export default async function AttemptsPage({ searchParams }: Props) {
  const reader = await findPageReader(await headers());
  const attempts = reader ? await loadAttempts(reader) : [];
  const wanted = (await searchParams).case;
  const groups = byCase(attempts);
  const chosen = typeof wanted === 'string' && attempts.some((one) => one.caseSlug === wanted) ? wanted : null;
  const shown = groups.filter(([first]) => chosen === null || first?.caseSlug === chosen);
  return (
    <>
      <UnreadNotices />
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h1 className="font-reading text-display font-semibold tracking-tight">Your attempts</h1>
        {attempts.length > 0 && (
          <Link href="/progress" prefetch={false} className="no-print text-link">
            Your progress
          </Link>
        )}
      </div>
      {attempts.length === 0 ? (
        <Nothing />
      ) : (
        <>
          {groups.length > 1 && <CaseFilter groups={groups} chosen={chosen} />}
          <div className="mt-8">
            {shown.map((group) => (
              <CaseAttempts key={group[0]?.caseSlug} attempts={group} />
            ))}
          </div>
          <section aria-labelledby="all-of-it" className="mt-16 border-t border-rule pt-6">
            <h2 id="all-of-it" className="font-reading text-title font-semibold">
              Take it along, or delete it
            </h2>
            <p className="mt-1 max-w-[66ch] text-muted">
              Your answers belong to you: take them along as text to read, or as JSON with everything in it.
            </p>
            <div className="mt-4 flex flex-wrap gap-3">
              <a href="/api/attempts/export?format=md" download className={buttonClass()}>
                Export all as Markdown
              </a>
              <a href="/api/attempts/export?format=json" download className={buttonClass()}>
                Export all as JSON
              </a>
              <span className="w-full sm:ml-auto sm:w-auto">
                {reader && (
                  <DeleteEverything
                    personId={reader.userId}
                    attemptIds={attempts.map((one) => one.id)}
                    caseCount={groups.length}
                  />
                )}
              </span>
            </div>
          </section>
        </>
      )}
    </>
  );
}
