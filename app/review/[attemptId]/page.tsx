import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { UnreadNotices } from '@/app/unread-notices';
import { boardExpectations, boardPassages, stepTexts } from '@/components/attempts/board-data';
import { HintsTaken } from '@/components/attempts/hints-taken';
import { PacingStrip } from '@/components/attempts/pacing-strip';
import { PrintButton } from '@/components/attempts/print-button';
import { WorkedBeside } from '@/components/attempts/worked-beside';
import { BandPicture } from '@/components/received/band-picture';
import { AboutLearner } from '@/components/review/about-learner';
import { CaseNotes } from '@/components/review/case-notes';
import type { DeskContent } from '@/components/review/desk-content';
import { DeskHeading } from '@/components/review/desk-heading';
import { deskSuggestions } from '@/components/review/desk-suggestions';
import { EarlierComments, EarlierReviewList } from '@/components/review/earlier-comments';
import { KeepSection } from '@/components/review/keep-section';
import { LeftInReviews } from '@/components/review/left-in-reviews';
import { NudgeCandidate } from '@/components/review/nudge-candidate';
import { OtherReviews } from '@/components/review/other-reviews';
import { ReviewByFile } from '@/components/review/review-by-file';
import { ReviewDesk } from '@/components/review/review-desk';
import { GiveBack, StartReview } from '@/components/review/start-review';
import { StillDesk } from '@/components/review/still-desk';
import { PersonWhoTypes } from '@/components/saving/use-unsent-text';
import { buttonClass } from '@/components/ui/button';
import { AppError } from '@/lib/core/app-error';
import { answeredSteps, PAGE_SLOT } from '@/lib/core/attempt';
import { answerOf } from '@/lib/core/attempt-state';
import { bandTable } from '@/lib/core/review/band-table';
import { bandsOf } from '@/lib/core/review/self-marks';
import { type Desk, loadDesk } from '@/lib/loaders/load-desk';
import { findPageReader } from '@/lib/loaders/page-reader';

type Props = { params: Promise<{ attemptId: string }> };

/** Once for the title and the page. Null also for the candidate: the desk is the coach's. */
const findDesk = cache(async (attemptId: string): Promise<{ coachId: string; desk: Desk } | null> => {
  const reader = await findPageReader(await headers());
  if (!reader) return null;
  try {
    return { coachId: reader.userId, desk: await loadDesk(reader, attemptId, new Date()) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findDesk((await params).attemptId);
  if (!found) return { title: 'Nothing here' };
  const { candidate, attempt } = found.desk;
  return { title: `Review: ${candidate.name}, ${attempt.caseTitle ?? attempt.caseSlug}` };
}

/** How the candidate's own bands stand to this coach's; there once this coach has published. */
function OwnBands({ desk: { candidate, dimensions, review, selfReview } }: { desk: Desk }) {
  if (review === null || review.publishedAt === null) return null;
  const own = bandsOf(selfReview?.bands ?? {});
  if (Object.keys(own).length === 0) {
    return (
      <p className="text-muted">
        {selfReview?.skipped
          ? `${candidate.name} went without marks of their own, so there is no gap.`
          : `${candidate.name} has not marked themselves yet: they are asked to before they read your review.`}
      </p>
    );
  }
  const rows = bandTable(dimensions, own, [bandsOf(review.review.dimensions)]);
  return <BandPicture rows={rows} names={['You']} candidateName={candidate.name} />;
}

function contentOf(desk: Desk): DeskContent {
  const { attempt, study, candidate, dimensions, earlier } = desk;
  const textOf = stepTexts(attempt);
  const steps = answeredSteps(attempt);
  const gone = <p className="text-muted">The case is no longer here.</p>;
  return {
    attemptId: attempt.id,
    candidate,
    caseTitle: attempt.caseTitle ?? attempt.caseSlug,
    level: attempt.level,
    expectations: study ? boardExpectations(study).filter(({ step }) => steps.includes(step)) : [],
    passages: boardPassages(attempt),
    dimensions,
    suggestions: deskSuggestions(desk.suggestions),
    unsuggested: study ? steps.filter((step) => !desk.suggestions.some((one) => one.step === step)) : [],
    steps: steps.map((step) => ({
      step,
      text: textOf(step),
      hints: (
        <HintsTaken hints={attempt.hints.filter((hint) => hint.step === step)} caseStep={study?.steps[step] ?? null} />
      ),
      worked: study ? <WorkedBeside step={step} caseStep={study.steps[step]} /> : gone,
      notes: study ? <CaseNotes step={step} caseStep={study.steps[step]} /> : gone,
      earlier: <EarlierComments step={step} earlier={earlier} />,
    })),
    page: attempt.mode === 'blank' ? answerOf(attempt, PAGE_SLOT).answer : undefined,
    otherReviews: <OtherReviews reviews={desk.otherReviews} />,
    ownBands: <OwnBands desk={desk} />,
    pace: <PacingStrip shape={attempt} segments={attempt.segments} submitted={attempt.submittedAt !== null} />,
    earlierCount: earlier.length,
  };
}

export default async function DeskPage({ params }: Props) {
  const found = await findDesk((await params).attemptId);
  if (!found) notFound();
  const { coachId, desk } = found;
  const { attempt, candidate, review, learnerNote, earlier } = desk;
  const content = contentOf(desk);
  const isDraft = review !== null && review.publishedAt === null;
  return (
    <PersonWhoTypes id={coachId}>
      <UnreadNotices />
      <div data-page="workspace" className="site-frame pt-4">
        <DeskHeading
          attempt={attempt}
          candidateName={candidate.name}
          publishedAt={review?.publishedAt ?? null}
          requests={desk.requests}
          others={desk.others}
        >
          {review === null && <StartReview attemptId={attempt.id} />}
          {review !== null && !isDraft && (
            <>
              <a href={`/review/next?after=${attempt.id}`} className={buttonClass('primary')}>
                Next to review
              </a>
              <NudgeCandidate attemptId={attempt.id} name={candidate.name} size="regular" />
            </>
          )}
          {isDraft && <GiveBack reviewId={review.id} />}
          <PrintButton />
        </DeskHeading>
        <div className="desk-folds">
          <AboutLearner
            key={`about-${review?.id}`}
            learnerId={candidate.id}
            name={candidate.name}
            note={learnerNote?.text ?? ''}
            canNote={review !== null}
            earlierCount={earlier.length}
          >
            <EarlierReviewList earlier={earlier} />
          </AboutLearner>
          {(review === null || isDraft) && <ReviewByFile attemptId={attempt.id} />}
        </div>
        {review !== null && !isDraft && (
          <LeftInReviews
            reviews={[{ id: review.id, title: 'Your review', saved: review.review }]}
            explanation="These words were typed into this review and are not part of it: it was published before they were saved. Only this browser has them. Copy what you want to keep."
          />
        )}
        <div className="mt-3">
          <KeepSection key={attempt.id}>
            {isDraft ? (
              // Taken in from a file, the review is another one, and begins anew.
              <ReviewDesk
                key={`${review.id}.${review.revision}`}
                content={content}
                review={review}
                savedReplies={desk.savedReplies}
              />
            ) : (
              <StillDesk key={review?.publishedAt ?? 'unread'} content={content} review={review} />
            )}
          </KeepSection>
        </div>
      </div>
    </PersonWhoTypes>
  );
}
