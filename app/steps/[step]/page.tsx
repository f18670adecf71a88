import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StepLinks } from '@/components/catalogue/step-links';
import { ReadingText } from '@/components/ui/reading-text';
import { findFrameworkPage, listFrameworkPages } from '@/lib/content/library';
import { isStepId, STEPS } from '@/lib/core/steps';

type Props = { params: Promise<{ step: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return listFrameworkPages().map(({ slug }) => ({ step: slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = findFrameworkPage((await params).step);
  return page ? { title: page.title, description: page.summary } : {};
}

export default async function FrameworkStepPage({ params }: Props) {
  const { step } = await params;
  const page = findFrameworkPage(step);
  if (!page) notFound();
  return (
    <div className="site-frame grid gap-x-12 gap-y-6 py-10 sm:py-14 lg:grid-cols-[190px_minmax(0,1fr)]">
      <div className="lg:sticky lg:top-8 lg:self-start">
        <StepLinks
          label="The seven steps"
          {...(isStepId(step) ? { current: step } : {})}
          hrefOf={(one) => `/steps/${one}`}
        />
      </div>
      <article className="min-w-0">
        <h1 className="font-reading text-display font-semibold tracking-tight text-balance">{page.title}</h1>
        {isStepId(step) && (
          <p className="mt-1 text-muted tabular-nums">
            Step {STEPS[step].number} of 7 · {STEPS[step].budgetMinutes} min
          </p>
        )}
        <p className="mt-4 max-w-[66ch] font-reading text-reading text-muted">{page.summary}</p>
        <ReadingText html={page.body.html} className="mt-6" />
      </article>
    </div>
  );
}
