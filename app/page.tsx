import { headers } from 'next/headers';
import Link from 'next/link';
import { UnreadNotices } from '@/app/unread-notices';
import { BrokenCases } from '@/components/catalogue/broken-cases';
import { CaseList } from '@/components/catalogue/case-list';
import { UnfinishedAttempts } from '@/components/catalogue/unfinished-attempts';
import { AssignedList } from '@/components/groups/assigned-list';
import { buttonClass } from '@/components/ui/button';
import { listBrokenCases, listCases } from '@/lib/content/library';
import { INTERVIEW_MINUTES } from '@/lib/core/steps';
import { loadAssignedCases } from '@/lib/loaders/load-assigned-cases';
import { loadUnfinishedAttempts } from '@/lib/loaders/load-unfinished-attempts';
import { findPageReader } from '@/lib/loaders/page-reader';

export default async function HomePage() {
  const reader = await findPageReader(await headers());
  const attempts = reader ? await loadUnfinishedAttempts(reader) : [];
  const isMember = reader !== null && !reader.isGuest;
  const assigned = isMember ? await loadAssignedCases(reader) : [];
  // What is assigned and begun stands there, and not a second time.
  const unfinished = attempts.filter(({ id }) => assigned.every(({ mine }) => mine.attemptId !== id));
  const cases = listCases();
  const first = cases[0];
  return (
    <div className="site-frame py-12 sm:py-16">
      <UnreadNotices />
      <section className="mb-14 max-w-[68ch]">
        <h1 className="font-reading text-display font-semibold tracking-tight text-balance">
          Practise machine-learning system design interviews, then hold your answer against a worked one.
        </h1>
        <p className="mt-4 font-reading text-reading text-muted">
          You work a case through the seven steps of an interview, against a {INTERVIEW_MINUTES} minute clock: with a
          form for each step, then with the step names only, then on a blank page. Every word is saved as you type.
        </p>
        {first && (
          <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3">
            <Link
              href={`/cases/${first.slug}#practise`}
              prefetch={false}
              className={buttonClass(attempts.length + assigned.length === 0 ? 'primary' : 'quiet')}
            >
              Start practising: {first.title}
            </Link>
            {!isMember && <span className="text-muted">No account needed.</span>}
          </p>
        )}
      </section>
      {assigned.length > 0 && (
        <section aria-labelledby="assigned" className="mb-14">
          <h2 id="assigned" className="mb-3 font-reading text-title font-semibold">
            Assigned to you
          </h2>
          <AssignedList assigned={assigned} withGroup nowMs={Date.now()} />
        </section>
      )}
      <UnfinishedAttempts attempts={unfinished} />
      {reader && (
        <p className="mb-14 text-muted">
          <Link href="/progress" prefetch={false} className="text-link">
            Your progress
          </Link>
          : comments that are open, and your own bands against your coaches’.
        </p>
      )}
      <section aria-labelledby="cases">
        <h2 id="cases" className="mb-3 scroll-mt-20 font-reading text-title font-semibold">
          Cases
        </h2>
        <CaseList cases={cases} />
      </section>
      <BrokenCases cases={listBrokenCases()} />
    </div>
  );
}
