import type { Metadata } from 'next';
import Link from 'next/link';
import { listFrameworkPages } from '@/lib/content/library';
import { INTERVIEW_MINUTES, STEP_LIST, WRAP_UP_MINUTES } from '@/lib/core/steps';

export const metadata: Metadata = { title: 'The seven steps' };

export default function StepsPage() {
  const pages = new Map(listFrameworkPages().map((page) => [page.slug, page]));
  const outlines = pages.get('outlines');
  return (
    <div className="site-frame py-10 sm:py-14">
      <h1 className="font-reading text-display font-semibold tracking-tight">The seven steps</h1>
      <p className="mt-2 max-w-[66ch] font-reading text-reading text-muted">
        One way through an ML system design interview of {INTERVIEW_MINUTES} minutes. The last {WRAP_UP_MINUTES} are for
        the summary.
      </p>
      <ol className="mt-8 max-w-[860px] divide-y divide-rule border-y border-rule">
        {STEP_LIST.map((step) => (
          <li key={step.id} className="grid grid-cols-[24px_1fr_auto] gap-x-3 py-4">
            <span className="pt-1 text-muted tabular-nums">{step.number}</span>
            <div>
              <h2 className="font-reading text-title font-semibold">
                <Link href={`/steps/${step.id}`} prefetch={false} className="hover:text-accent">
                  {step.title}
                </Link>
              </h2>
              <p className="max-w-[62ch] text-muted">{pages.get(step.id)?.summary}</p>
            </div>
            <span className="pt-1 text-muted tabular-nums">{step.budgetMinutes} min</span>
          </li>
        ))}
      </ol>
      {outlines && (
        <p className="mt-8">
          <Link href="/steps/outlines" prefetch={false} className="text-link text-large">
            {outlines.title}
          </Link>
          <span className="block text-muted">{outlines.summary}</span>
        </p>
      )}
    </div>
  );
}
