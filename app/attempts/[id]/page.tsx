import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { UnreadNotices } from '@/app/unread-notices';
import { AttemptBoard } from '@/components/attempts/attempt-board';
import { AttemptHeading } from '@/components/attempts/attempt-heading';
import { boardExpectations, boardPassages, stepTexts } from '@/components/attempts/board-data';
import { HeldBackFacts } from '@/components/attempts/held-back-facts';
import { HintsTaken } from '@/components/attempts/hints-taken';
import { LeftOnDevice } from '@/components/attempts/left-on-device';
import { PacingStrip } from '@/components/attempts/pacing-strip';
import { PractiseAgain } from '@/components/attempts/practise-again';
import { UnsubmittedAnswer } from '@/components/attempts/unsubmitted-answer';
import { WorkedBeside } from '@/components/attempts/worked-beside';
import { findCase } from '@/lib/content/library';
import type { AttemptDetail } from '@/lib/core/api-types';
import { answeredSteps, MODE_NAMES } from '@/lib/core/attempt';
import type { CaseStudy } from '@/lib/core/case-study';
import type { AttemptFeedback } from '@/lib/core/feedback/feedback-api';
import { findOwnAttempt } from '@/lib/loaders/find-own-attempt';
import { loadBoardFeedback } from '@/lib/loaders/load-feedback';
import { findPageReader } from '@/lib/loaders/page-reader';
import { AskSection } from './ask-section';
import { ReviewsLine } from './reviews-line';

type Props = { params: Promise<{ id: string }> };

/** Once for the title and the page. */
const findAttempt = cache(async (id: string) => {
  const reader = await findPageReader(await headers());
  return reader && (await findOwnAttempt(reader, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const attempt = await findAttempt((await params).id);
  // The name of the printed file, too.
  return {
    title: attempt
      ? `${attempt.caseTitle ?? attempt.caseSlug}, ${MODE_NAMES[attempt.mode].toLowerCase()} attempt`
      : 'Nothing here',
  };
}

function SubmittedAttempt({
  attempt,
  study,
  feedback,
}: {
  attempt: AttemptDetail;
  study: CaseStudy | null;
  feedback: Pick<AttemptFeedback, 'steps' | 'contradictions'>;
}) {
  const textOf = stepTexts(attempt);
  const steps = answeredSteps(attempt);
  const { id, caseSlug, level } = attempt;
  // A step alone has no page to be blank.
  const mode = attempt.mode === 'guided' ? 'guided' : 'unaided';
  return (
    <>
      <div className="mt-10">
        <AttemptBoard
          attemptId={attempt.id}
          level={attempt.level}
          isPage={attempt.mode === 'blank'}
          expectations={study ? boardExpectations(study).filter(({ step }) => steps.includes(step)) : []}
          passages={boardPassages(attempt)}
          savedMarks={attempt.marks}
          savedFeedback={feedback}
          again={study && { caseSlug, mode, level, followsId: id }}
          steps={steps.map((step) => ({
            step,
            text: textOf(step),
            hints: (
              <HintsTaken
                hints={attempt.hints.filter((hint) => hint.step === step)}
                caseStep={study?.steps[step] ?? null}
              />
            ),
            worked: study ? (
              <WorkedBeside step={step} caseStep={study.steps[step]} />
            ) : (
              <p className="text-muted">The case is no longer here, so there is no worked answer to show.</p>
            ),
          }))}
        />
      </div>
      {study && <HeldBackFacts facts={study.facts} />}
      <AskSection attemptId={attempt.id} />
      {study && (
        <PractiseAgain attemptId={id} caseSlug={caseSlug} mode={attempt.mode} level={level} levels={study.levels} />
      )}
    </>
  );
}

async function findFeedback(attempt: AttemptDetail) {
  const reader = await findPageReader(await headers());
  return reader ? loadBoardFeedback(reader, attempt) : { steps: [], contradictions: [] };
}

export default async function AttemptPage({ params }: Props) {
  const attempt = await findAttempt((await params).id);
  if (!attempt) notFound();
  return (
    <>
      <UnreadNotices />
      <AttemptHeading attempt={attempt} />
      {attempt.submittedAt !== null && <ReviewsLine attemptId={attempt.id} />}
      {attempt.submittedAt !== null && <LeftOnDevice attemptId={attempt.id} />}
      <div className="mt-10 max-w-[860px]">
        <PacingStrip shape={attempt} segments={attempt.segments} submitted={attempt.submittedAt !== null} />
      </div>
      {attempt.submittedAt === null ? (
        <UnsubmittedAnswer attempt={attempt} />
      ) : (
        <SubmittedAttempt attempt={attempt} study={findCase(attempt.caseSlug)} feedback={await findFeedback(attempt)} />
      )}
    </>
  );
}
