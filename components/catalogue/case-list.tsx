import Link from 'next/link';
import { Fragment } from 'react';
import { LEVEL_NAMES } from '@/lib/core/attempt';
import type { CaseSummary } from '@/lib/core/case-study';

/** Breaks only behind a comma, so that no tag is cut in two. */
function TagLine({ tags }: { tags: readonly string[] }) {
  return (
    <p className="mt-2 text-balance text-muted">
      {tags.map((tag, index) => (
        <Fragment key={tag}>
          <span className="whitespace-nowrap">
            {tag}
            {index < tags.length - 1 && ','}
          </span>{' '}
        </Fragment>
      ))}
    </p>
  );
}

/** The catalogue: one line of type for what it is, one for what it trains. */
export function CaseList({ cases }: { cases: readonly CaseSummary[] }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {cases.map((one) => (
        <li key={one.slug} className="grid gap-x-8 gap-y-2 py-6 md:grid-cols-[1fr_220px]">
          <div className="max-w-[62ch]">
            <h3 className="font-reading text-title font-semibold">
              <Link href={`/cases/${one.slug}`} prefetch={false} className="hover:text-accent">
                {one.title}
              </Link>
            </h3>
            <p className="mt-1 font-reading text-reading text-muted">{one.summary}</p>
            <TagLine tags={one.tags} />
          </div>
          <dl className="grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1 tabular-nums">
            <dt className="text-muted">Level</dt>
            <dd>{LEVEL_NAMES[one.difficulty]}</dd>
            <dt className="text-muted">Time</dt>
            <dd>{one.minutes} min</dd>
            <dt className="text-muted">Expectations</dt>
            <dd>{one.expectationCount}</dd>
            <dt className="text-muted">Diagrams</dt>
            <dd>{one.diagramCount}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
