import Link from 'next/link';
import { STEP_LIST, type StepId } from '@/lib/core/steps';

/** The seven steps as a quiet rail; `hrefOf` says where each leads. */
export function StepLinks({
  label,
  current,
  hrefOf,
}: {
  label: string;
  current?: StepId;
  hrefOf: (step: StepId) => string;
}) {
  return (
    <nav aria-label={label} className="no-print">
      <ol className="flex flex-wrap gap-x-4 lg:block">
        {STEP_LIST.map((step) => (
          <li key={step.id}>
            <Link
              href={hrefOf(step.id)}
              prefetch={false}
              aria-current={step.id === current ? 'page' : undefined}
              className="flex gap-3 py-1.5 text-muted hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              <span className="tabular-nums">{step.number}</span>
              <span className="hidden lg:inline">{step.title}</span>
              <span className="lg:hidden">{step.shortTitle}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
