import type { AnswerMark } from '@/components/answers/answer-marks';
import type { Contradiction, PastedWords, StepFeedback } from '@/lib/core/feedback/feedback-api';
import type { Quote } from '@/lib/core/quote';

/** What names a finding's mark in the answer; the expectation's own mark has the bare key. */
export const matchMarkId = (key: string) => `match:${key}`;
/** A side that is a sum has a mark for each of its parts. */
export const contradictionMarkId = (index: number, side: 0 | 1, part = 0) =>
  `contradiction:${index}:${side}${part === 0 ? '' : `:${part}`}`;

const overlaps = (a: Quote, b: Quote) => a.slot === b.slot && a.path === b.path && a.start < b.end && b.start < a.end;

const SOURCES: Readonly<Record<PastedWords['source'], string>> = {
  prompt: 'the prompt',
  fact: 'a fact of the case',
  hint: 'a hint',
  'worked-answer': 'the worked answer',
};

const place = ({ text: _, ...rest }: Quote) => rest;

/**
 * What findings mark in an answer: sentences that were found or come closest, but where the candidate has marked the same words, and
 * what was pasted.
 *
 * @param about what an expectation is called, and the words that its candidate marked
 */
export function findingMarks(
  steps: Iterable<StepFeedback>,
  about: (key: string) => { readonly number: string; readonly statement: string; readonly own: Quote | null } | null,
): AnswerMark[] {
  return [...steps].flatMap(({ step, results, pasted }) => [
    ...results.flatMap(({ expectationId, shown }): AnswerMark[] => {
      const key = `${step}/${expectationId}`;
      const expectation = about(key);
      if (!shown.quote || shown.state === 'not found' || !expectation) return [];
      const { number, statement, own } = expectation;
      if (own && overlaps(own, shown.quote)) return [];
      const isFound = shown.state === 'found';
      return [
        {
          id: matchMarkId(key),
          ...place(shown.quote),
          tone: shown.state,
          sign: isFound ? `✓ matched ${number}` : `? unclear ${number}`,
          name: `${isFound ? 'Matched' : 'Unclear'} ${number}: ${statement}. Show it in the checklist.`,
        },
      ];
    }),
    ...pasted.map(
      ({ source, quote }, index): AnswerMark => ({
        id: `pasted:${step}:${index}`,
        ...place(quote),
        tone: 'plain',
        sign: '= pasted',
        name: `Pasted from ${SOURCES[source]}: not counted.`,
      }),
    ),
  ]);
}

/** The passages of a side: all that a sum is made of, or the one. */
export function passagesOfSide(
  { quotes, terms }: Contradiction,
  side: 0 | 1,
): readonly Contradiction['quotes'][number][] {
  return side === 0 && terms.length > 0 ? terms : [quotes[side]];
}

/** The two sides of each contradiction in the answer. */
export function contradictionMarks(contradictions: readonly Contradiction[]): AnswerMark[] {
  return contradictions.flatMap((contradiction, index) =>
    ([0, 1] as const).flatMap((side) =>
      passagesOfSide(contradiction, side).flatMap((quote, part): AnswerMark[] =>
        'fact' in quote
          ? []
          : [
              {
                id: contradictionMarkId(index, side, part),
                ...place(quote),
                tone: 'contradiction',
                sign: `≠ contradiction ${index + 1}`,
                name: `Contradiction ${index + 1}: ${contradiction.why} Show both sides.`,
              },
            ],
      ),
    ),
  );
}
