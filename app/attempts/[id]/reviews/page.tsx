import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { UnreadNotices } from '@/app/unread-notices';
import { boardExpectations, boardPassages, stepTexts } from '@/components/attempts/board-data';
import { HintsTaken } from '@/components/attempts/hints-taken';
import { PrintButton } from '@/components/attempts/print-button';
import { WorkedBeside } from '@/components/attempts/worked-beside';
import { BandPicture } from '@/components/received/band-picture';
import { NextAttempt } from '@/components/received/next-attempt';
import { ReceivedDesk } from '@/components/received/received-desk';
import { marksOfCoach } from '@/components/received/received-review';
import { namesInWords, ReviewNewsList } from '@/components/received/review-news';
import { ReviewVerdict } from '@/components/received/review-verdict';
import { SelfMarks } from '@/components/received/self-marks';
import { SkipMarks } from '@/components/received/skip-marks';
import { PersonWhoTypes } from '@/components/saving/use-unsent-text';
import { LocalTime } from '@/components/ui/local-time';
import { findCase } from '@/lib/content/library';
import type { AttemptDetail } from '@/lib/core/api-types';
import { answeredSteps, LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import { bandTable } from '@/lib/core/review/band-table';
import { ratedDimensions } from '@/lib/core/review/evidence';
import type { ReceivedReviews } from '@/lib/core/review/review-api';
import { bandsOf } from '@/lib/core/review/self-marks';
import { findOwnAttempt } from '@/lib/loaders/find-own-attempt';
import { loadReceivedReviews } from '@/lib/loaders/load-received-reviews';
import { findPageReader } from '@/lib/loaders/page-reader';

type Props = { params: Promise<{ id: string }> };

/** Once for the title and the page. */
const findAttempt = cache(async (id: string) => {
  const reader = await findPageReader(await headers());
  const attempt = reader && (await findOwnAttempt(reader, id));
  return attempt && { reader, attempt };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findAttempt((await params).id);
  return { title: found ? `Reviews: ${found.attempt.caseTitle ?? found.attempt.caseSlug}` : 'Nothing here' };
}

function Heading({ attempt, children }: { attempt: AttemptDetail; children: React.ReactNode }) {
  return (
    <header>
      <p className="no-print text-muted">
        <Link href={`/attempts/${attempt.id}`} prefetch={false} className="text-link">
          The attempt
        </Link>
      </p>
      <h1 className="mt-1 font-reading text-display font-semibold tracking-tight text-balance">{children}</h1>
      <p className="mt-1 text-muted tabular-nums">
        {attempt.caseTitle ?? attempt.caseSlug} · {MODE_NAMES[attempt.mode]}, {LEVEL_NAMES[attempt.level].toLowerCase()}
        {attempt.submittedAt && (
          <>
            {' '}
            · submitted <LocalTime iso={attempt.submittedAt} show="moment" />
          </>
        )}
      </p>
    </header>
  );
}

function ownSteps(attempt: AttemptDetail) {
  const study = findCase(attempt.caseSlug);
  const textOf = stepTexts(attempt);
  return answeredSteps(attempt).map((step) => ({
    step,
    text: textOf(step),
    hints: (
      <HintsTaken hints={attempt.hints.filter((hint) => hint.step === step)} caseStep={study?.steps[step] ?? null} />
    ),
  }));
}

/** One's own marks come first: nothing of a review is in the page before they are given. */
function MarkFirst({ attempt, received }: { attempt: AttemptDetail; received: ReceivedReviews }) {
  const { news, selfReview } = received;
  const names = namesInWords(news.map(({ coachName }) => coachName));
  return (
    <>
      <Heading attempt={attempt}>Mark yourself first</Heading>
      {news.length > 0 && <ReviewNewsList news={news} />}
      <div className="mt-4 max-w-[66ch] font-reading text-reading">
        {news.length > 0 ? (
          <p>
            Say what you would give this answer before you read what {names} gave it. The distance between the two is
            what you learn most from, and it cannot be had afterwards.
          </p>
        ) : (
          <p>
            No review of this attempt is published yet. Your own marks can be given now, while the answer is fresh, and
            change until a review is there to read.
          </p>
        )}
        <p className="mt-3">
          Each dimension takes a band from 1 to 4 and the words of your answer that show it. A band of 1 or 2 may say
          instead that there is nothing to quote.
        </p>
      </div>
      {news.length > 0 && <SkipMarks attemptId={attempt.id} name={names} />}
      <div className="mt-4">
        <SelfMarks
          key={selfReview?.savedAt ?? 'new'}
          attemptId={attempt.id}
          level={attempt.level}
          caseTitle={attempt.caseTitle ?? attempt.caseSlug}
          isPage={attempt.mode === 'blank'}
          steps={ownSteps(attempt)}
          passages={boardPassages(attempt)}
          dimensions={ratedDimensions(attempt.onlyStep)}
          stored={selfReview?.bands ?? {}}
          savedAt={selfReview?.savedAt ?? null}
        />
      </div>
    </>
  );
}

function Received({ attempt, received }: { attempt: AttemptDetail; received: ReceivedReviews }) {
  const { reviews, selfReview } = received;
  const study = findCase(attempt.caseSlug);
  const dimensions = ratedDimensions(attempt.onlyStep);
  const own = selfReview?.skipped ? null : (selfReview?.bands ?? null);
  const names = reviews.map(({ coachName }) => coachName);
  const threads = reviews.flatMap(({ comments }) => comments);
  const rows = bandTable(
    dimensions,
    bandsOf(own ?? {}),
    reviews.map(({ review }) => bandsOf(review.dimensions)),
  );
  return (
    <>
      <Heading attempt={attempt}>
        {reviews.length === 1 ? `Review by ${names[0]}` : `${reviews.length} reviews`}
      </Heading>
      <div className="no-print mt-5 flex flex-wrap gap-3">
        <PrintButton />
      </div>
      <div className="received-verdicts mt-8">
        {reviews.map((one) => (
          <ReviewVerdict key={one.id} received={one} />
        ))}
      </div>
      <div className="mt-12">
        <BandPicture rows={rows} names={names} />
      </div>
      <div className="mt-12">
        <ReceivedDesk
          attemptId={attempt.id}
          level={attempt.level}
          caseTitle={attempt.caseTitle ?? attempt.caseSlug}
          isPage={attempt.mode === 'blank'}
          expectations={
            study ? boardExpectations(study).filter(({ step }) => answeredSteps(attempt).includes(step)) : []
          }
          passages={boardPassages(attempt)}
          dimensions={dimensions}
          steps={ownSteps(attempt).map((step) => ({
            ...step,
            worked: study ? (
              <WorkedBeside step={step.step} caseStep={study.steps[step.step]} />
            ) : (
              <p className="text-muted">The case is no longer here, so there is no worked answer to show.</p>
            ),
          }))}
          coaches={reviews.map(marksOfCoach)}
          threads={threads}
          own={own}
        />
      </div>
      {study && (
        <NextAttempt
          attemptId={attempt.id}
          caseSlug={attempt.caseSlug}
          mode={attempt.mode}
          level={attempt.level}
          levels={study.levels}
          openComments={threads.filter(({ state }) => state === 'open').length}
        />
      )}
    </>
  );
}

export default async function ReceivedReviewsPage({ params }: Props) {
  const found = await findAttempt((await params).id);
  if (!found) notFound();
  const { reader, attempt } = found;
  if (attempt.submittedAt === null) redirect(`/attempts/${attempt.id}`);
  const received = await loadReceivedReviews(reader, attempt.id, new Date());
  if (received.state === 'open' && received.reviews.length > 0) {
    return (
      <PersonWhoTypes id={reader.userId}>
        <UnreadNotices />
        <Received attempt={attempt} received={received} />
      </PersonWhoTypes>
    );
  }
  return (
    <>
      <UnreadNotices />
      <MarkFirst attempt={attempt} received={received} />
    </>
  );
}
