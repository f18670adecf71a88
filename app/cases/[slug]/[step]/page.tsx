import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { BrokenCasePage } from '@/components/catalogue/broken-cases';
import { ExpectationList } from '@/components/catalogue/expectation-list';
import { Questions } from '@/components/catalogue/questions';
import { StepLinks } from '@/components/catalogue/step-links';
import { WorkedAnswer } from '@/components/catalogue/worked-answer';
import { findCase, listBrokenCases, listCases } from '@/lib/content/library';
import { isStepId, STEP_IDS, STEP_LIST, STEPS } from '@/lib/core/steps';

type Props = { params: Promise<{ slug: string; step: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return [...listCases(), ...listBrokenCases()].flatMap(({ slug }) => STEP_IDS.map((step) => ({ slug, step })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, step } = await params;
  const study = findCase(slug);
  if (!study || !isStepId(step)) return {};
  return { title: `${STEPS[step].title}, ${study.title}`, description: `Worked answer: ${study.summary}` };
}

export default async function WorkedStepPage({ params }: Props) {
  const { slug, step: stepId } = await params;
  const study = findCase(slug);
  const broken = listBrokenCases().find((one) => one.slug === slug);
  if (!study && broken) return <BrokenCasePage broken={broken} />;
  if (!study || !isStepId(stepId)) notFound();
  const step = study.steps[stepId];
  const { title, number, budgetMinutes } = STEPS[stepId];
  const next = STEP_LIST[number];
  return (
    <div className="site-frame grid gap-x-12 gap-y-6 py-10 sm:py-14 lg:grid-cols-[190px_minmax(0,1fr)]">
      <div className="lg:sticky lg:top-8 lg:self-start">
        <Link href={`/cases/${slug}`} prefetch={false} className="mb-3 block font-medium hover:text-accent">
          {study.title}
        </Link>
        <StepLinks label="Worked answer by step" current={stepId} hrefOf={(step) => `/cases/${slug}/${step}`} />
      </div>
      <article className="min-w-0">
        <h1 className="font-reading text-display font-semibold tracking-tight text-balance">{title}</h1>
        <p className="mt-1 text-muted tabular-nums">
          Worked answer · step {number} of 7 · {budgetMinutes} min ·{' '}
          <Link href={`/steps/${stepId}`} prefetch={false} className="text-link">
            What this step is about
          </Link>
        </p>
        <h2 className="sr-only">Worked answer</h2>
        <WorkedAnswer step={step} />
        <section aria-labelledby="expectations" className="mt-14 max-w-[66ch]">
          <h2 id="expectations" className="font-reading text-title font-semibold">
            What a strong answer contains
          </h2>
          <ExpectationList expectations={step.expectations} />
        </section>
        <section aria-labelledby="follow-ups" className="mt-14">
          <h2 id="follow-ups" className="font-reading text-title font-semibold">
            Follow-up questions
          </h2>
          <Questions questions={step.followUps} />
        </section>
        <nav aria-label="Next" className="no-print mt-12">
          {next ? (
            <Link href={`/cases/${slug}/${next.id}`} prefetch={false} className="text-link text-large">
              Next step: {next.title}
            </Link>
          ) : (
            <Link href={`/cases/${slug}#practise`} prefetch={false} className="text-link text-large">
              Practise this case
            </Link>
          )}
        </nav>
      </article>
    </div>
  );
}
