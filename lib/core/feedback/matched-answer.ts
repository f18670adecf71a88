import type { AttemptDetail } from '../api-types';
import { type AnswerSlot, PAGE_SLOT } from '../attempt';
import { answerOf } from '../attempt-state';
import type { CaseStudy } from '../case-study';
import { type Passage, passagesOf } from '../passages';
import type { Quote } from '../quote';
import type { TextSpan } from '../quote-span';
import type { StepId } from '../steps';
import type { ShownText } from './paste';
import type { AnswerPassage } from './read-answer';

/** What the matcher reads of an attempt for one step, at the places where quotes point. */
export interface MatchedAnswer {
  /** The slot of the passages. */
  readonly slot: AnswerSlot;
  readonly passages: readonly AnswerPassage[];
  /** Numbers of the hints that were taken: their words are not the candidate's. */
  readonly hints: readonly number[];
}

type Read = Pick<AttemptDetail, 'mode' | 'answers' | 'hints'>;

/** What an attempt says to a step; of a blank page, the spans that are tagged with it. */
export function matchedAnswer(attempt: Read, step: StepId): MatchedAnswer {
  const hints = attempt.hints.flatMap((hint) => (hint.step === step ? [hint.number] : [])).sort();
  const slot = attempt.mode === 'blank' ? PAGE_SLOT : step;
  const { answer } = answerOf(attempt, slot);
  const passages = passagesOf(slot, answer).map(({ path, kind, text }): AnswerPassage => ({ path, kind, text }));
  if (!('tags' in answer)) return { slot, passages, hints };
  const spans = answer.tags.filter((tag) => tag.step === step).map(({ start, end }) => ({ start, end }));
  // The drawing of a page belongs to no step.
  const tagged = passages.filter((passage) => passage.path === 'text' && spans.length > 0);
  return { slot, passages: tagged.map((passage) => ({ ...passage, spans })), hints };
}

/**
 * What the candidate could have copied: the prompt, the facts, whether they were given or not, the hints that were taken, and the
 * worked answer, which all can read.
 */
export function shownTexts(
  study: Pick<CaseStudy, 'prompt' | 'facts' | 'steps'>,
  step: StepId,
  hints: readonly number[],
) {
  const caseStep = study.steps[step];
  const taken = caseStep.hints.filter((_, index) => hints.includes(index + 1));
  return [
    { source: 'prompt', text: study.prompt.text },
    ...study.facts.map(({ answer }) => ({ source: 'fact', text: answer.text }) as const),
    ...taken.map(({ text }) => ({ source: 'hint', text }) as const),
    ...caseStep.workedAnswer.map(({ body }) => ({ source: 'worked-answer', text: body.text }) as const),
  ] satisfies ShownText[];
}

/** What a quote may hold (`quoteSchema`). */
const MAX_QUOTE_CHARACTERS = 20_000;

/** Words of a passage as a quote of the attempt; those that are too many for one are cut. */
export function matchedQuote(
  slot: AnswerSlot,
  passages: readonly Pick<Passage, 'path' | 'text'>[],
  { path, start, end }: TextSpan & { readonly path: string },
): Quote {
  const to = Math.min(end, start + MAX_QUOTE_CHARACTERS);
  const text = passages.find((passage) => passage.path === path)?.text.slice(start, to) ?? '';
  return { slot, path, start, end: to, text };
}
