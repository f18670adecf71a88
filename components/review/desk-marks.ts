import type { AnswerMark } from '@/components/answers/answer-marks';
import type { BoardExpectation } from '@/components/attempts/board-context';
import type { Quote } from '@/lib/core/quote';
import { DIMENSIONS, type DimensionId } from '@/lib/core/review/dimensions';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { COMMENT_KIND_NAMES, type CommentKind, EXPECTATION_MARK_NAMES } from '@/lib/core/review/review-words';
import type { DeskComment } from './desk-context';
import { commentItem, dimensionItem, expectationItem } from './desk-items';

/** A sign for each kind, so that the marker's colour is never alone; a question has no colour. */
export const COMMENT_SIGNS: Readonly<Record<CommentKind, string>> = {
  strength: '+',
  gap: '−',
  question: '?',
  error: '×',
};
const COMMENT_TONES: Readonly<Record<CommentKind, AnswerMark['tone']>> = {
  strength: 'found',
  gap: 'unclear',
  question: 'plain',
  error: 'contradiction',
};
/** What stands in the narrow margin beside evidence for a dimension. */
const DIMENSION_SIGNS: Readonly<Record<DimensionId, string>> = {
  clarify: 'Clarify',
  frame: 'Frame',
  data: 'Data',
  features: 'Features',
  model: 'Model',
  evaluate: 'Evaluate',
  serve: 'Serve',
  monitor: 'Monitor',
  communicate: 'Whole',
};

const placeOf = ({ slot, path, start, end }: Quote) => ({ slot, path, start, end });

/** Everything on the desk that points at words of the answer. Comments come first: theirs is the colour where marks overlap. */
export function deskMarks(
  review: Pick<ReviewBody, 'expectations' | 'dimensions'>,
  comments: readonly Pick<DeskComment, 'id' | 'kind' | 'number' | 'quote'>[],
  expectations: readonly BoardExpectation[],
): AnswerMark[] {
  const ofComments = comments.map(({ id, kind, number, quote }) => ({
    id: commentItem(id),
    ...placeOf(quote),
    tone: COMMENT_TONES[kind],
    sign: `${COMMENT_SIGNS[kind]} ${number}`,
    name: `Comment ${number}, ${COMMENT_KIND_NAMES[kind].toLowerCase()}. Go to it.`,
  }));
  const ofExpectations = Object.entries(review.expectations).flatMap(([key, { mark, quote }]) => {
    if (quote === null) return [];
    const number = expectations.find((one) => one.key === key)?.number ?? '';
    return [
      {
        id: expectationItem(key),
        ...placeOf(quote),
        tone: 'found' as const,
        sign: `${mark === 'after-nudge' ? '↷' : '✓'} ${number}`,
        name: `${EXPECTATION_MARK_NAMES[mark]}, ${number}. Go to the expectation.`,
      },
    ];
  });
  const ofDimensions = DIMENSIONS.flatMap(({ id, title }) =>
    (review.dimensions[id]?.quotes ?? []).map((quote, index) => ({
      id: `${dimensionItem(id)}#${index}`,
      ...placeOf(quote),
      tone: 'plain' as const,
      sign: `▸ ${DIMENSION_SIGNS[id]}`,
      name: `${DIMENSION_SIGNS[id]}: evidence for ${title}. Go to its band.`,
    })),
  );
  return [...ofComments, ...ofExpectations, ...ofDimensions];
}
