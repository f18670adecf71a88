import Link from 'next/link';
import type { StepFeedback } from '@/lib/core/feedback/feedback-api';

/** How a step was looked through, and where it is said what that can and cannot see. */
export function MatchingNote({ feedback }: { feedback: StepFeedback }) {
  const { level, pasted } = feedback;
  return (
    <p className="text-small text-muted">
      {level === 'keywords' ? (
        <>
          <strong className="font-medium text-ink">Keyword-level matching</strong>: compared by words alone, because the
          sentence encoder is not there or took too long. It does not know what they mean.{' '}
        </>
      ) : (
        'Compared sentence by sentence, by words and meaning. '
      )}
      {pasted.length > 0 && 'Words that stand in what you were shown are marked as pasted, and are not counted. '}
      It says what stands in your answer, never whether it is right.{' '}
      <Link href="/how-feedback-works" prefetch={false} className="text-link">
        How feedback works
      </Link>
    </p>
  );
}
