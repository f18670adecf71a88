import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AttemptsAtCase } from '@/components/catalogue/attempts-at-case';
import { BrokenCasePage } from '@/components/catalogue/broken-cases';
import { StartPractice } from '@/components/catalogue/start-practice';
import { ReadingText } from '@/components/ui/reading-text';
import { findCase, listBrokenCases, listCases } from '@/lib/content/library';
import { LEVEL_NAMES } from '@/lib/core/attempt';
import { STEP_LIST } from '@/lib/core/steps';

type Props = { params: Promise<{ slug: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  // Broken ones are there while developing, and say what is wrong with them.
  return [...listCases(), ...listBrokenCases()].map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const study = findCase((await params).slug);
  return study ? { title: study.title, description: study.summary } : {};
}

export default async function CasePage({ params }: Props) {
  const { slug } = await params;
  const study = findCase(slug);
  const broken = listBrokenCases().find((one) => one.slug === slug);
  if (!study && broken) return <BrokenCasePage broken={broken} />;
  if (!study) notFound();
  return (
    <div className="site-frame py-10 sm:py-14">
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_260px]">
        <div>
          <h1 className="font-reading text-display font-semibold tracking-tight text-balance">{study.title}</h1>
          <p className="mt-1 text-muted tabular-nums">
            {LEVEL_NAMES[study.difficulty]} · {study.minutes} min · {study.domains.join(', ')}
          </p>
          <section aria-labelledby="prompt" className="mt-8">
            <h2 id="prompt" className="label-text">
              What the interviewer says
            </h2>
            <ReadingText html={study.prompt.html} className="mt-2" />
            <p className="mt-4 max-w-[66ch] text-muted">
              Numbers and constraints are left out on purpose. {study.facts.length} facts stand behind this prompt;{' '}
              {study.facts.filter((fact) => fact.linchpin).length} of them carry the design. Say what you would ask, and
              assume what nobody can tell you.
            </p>
          </section>
          <section aria-labelledby="practise" className="mt-12 max-w-[760px]">
            <h2 id="practise" className="mb-4 font-reading text-title font-semibold">
              Practise
            </h2>
            <StartPractice caseSlug={study.slug} levels={study.levels} />
          </section>
          <AttemptsAtCase caseSlug={study.slug} />
          <section aria-labelledby="worked-answer" className="mt-14 max-w-[760px]">
            <h2 id="worked-answer" className="font-reading text-title font-semibold">
              Worked answer
            </h2>
            <p className="mt-1 max-w-[66ch] text-muted">
              It opens beside your own answer once you have submitted an attempt. Read first, and the next attempt
              measures memory.
            </p>
            <details className="mt-3">
              <summary className="text-link inline-block py-1">Read it anyway</summary>
              <ol className="mt-2 divide-y divide-rule border-y border-rule">
                {STEP_LIST.map((step) => (
                  <li key={step.id} className="flex gap-3 py-2.5">
                    <span className="text-muted tabular-nums">{step.number}</span>
                    <Link href={`/cases/${study.slug}/${step.id}`} prefetch={false} className="text-link">
                      {step.title}
                    </Link>
                    <span className="ml-auto text-muted tabular-nums">{step.budgetMinutes} min</span>
                  </li>
                ))}
              </ol>
            </details>
          </section>
        </div>
        <aside className="space-y-8 lg:border-l lg:border-rule lg:pl-8">
          <section aria-labelledby="trains">
            <h2 id="trains" className="label-text">
              What it trains
            </h2>
            <ul className="mt-2 space-y-1">
              {study.tags.map((tag) => (
                <li key={tag}>{tag}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="references">
            <h2 id="references" className="label-text">
              Further reading
            </h2>
            <ul className="mt-2 space-y-2">
              {study.references.map((reference) => (
                <li key={reference.title}>
                  {reference.title}
                  <span className="block text-muted tabular-nums">
                    {reference.organisation}, {reference.year}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </div>
  );
}
