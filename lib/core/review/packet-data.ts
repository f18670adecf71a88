import type { Answer } from '../answer';
import { type AnswerBlock, textOfStep } from '../answer-blocks';
import { type AnswerSlot, LEVEL_NAMES, type Level, MODE_NAMES, type Mode } from '../attempt';
import type { CaseStudy } from '../case-study';
import { STEP_IDS, STEPS, type StepId } from '../steps';
import type { Dimension } from './dimensions';
import { type PassagesBySlot, ratedDimensions } from './evidence';
import type { PacketStamp } from './packet';
import { expectationKeyOf } from './review-words';

export interface PacketExpectation {
  /** As a review names it. */
  readonly key: string;
  readonly statement: string;
  readonly level: string;
  readonly counts: readonly string[];
}

export interface PacketStep {
  readonly id: StepId;
  readonly title: string;
  readonly blocks: readonly AnswerBlock[];
  readonly expectations: readonly PacketExpectation[];
}

/** Everything that the page of a packet shows: nothing is asked of a server later. */
export interface PacketData {
  readonly stamp: PacketStamp;
  readonly title: string;
  readonly caseSlug: string;
  readonly prompt: string;
  readonly mode: string;
  readonly level: string;
  /** ISO 8601. */
  readonly submittedAt: string;
  readonly steps: readonly PacketStep[];
  /** What a blank page says besides. */
  readonly rest: readonly AnswerBlock[];
  /** What quotes are taken from. */
  readonly passages: PassagesBySlot;
  readonly dimensions: readonly Dimension[];
}

interface PacketSource {
  readonly stamp: PacketStamp;
  readonly study: CaseStudy;
  readonly attempt: {
    readonly mode: Mode;
    readonly level: Level;
    readonly onlyStep: StepId | null;
    readonly submittedAt: string;
  };
  readonly answers: Partial<Record<AnswerSlot, Answer>>;
  readonly passages: PassagesBySlot;
}

/** What goes into the packet of a submitted attempt. */
export function packetData({ stamp, study, attempt, answers, passages }: PacketSource): PacketData {
  const steps = STEP_IDS.filter((step) => attempt.onlyStep === null || attempt.onlyStep === step);
  // The label of a page's text speaks to whoever wrote it.
  const isPage = attempt.mode === 'blank';
  return {
    stamp,
    title: study.title,
    caseSlug: study.slug,
    prompt: study.prompt.text,
    mode: MODE_NAMES[attempt.mode],
    level: LEVEL_NAMES[attempt.level],
    submittedAt: attempt.submittedAt,
    steps: steps.map((step) => ({
      id: step,
      title: STEPS[step].title,
      blocks: textOfStep(answers, step).blocks.map((block) => (isPage ? { ...block, label: 'From the page' } : block)),
      expectations: study.steps[step].expectations.map(({ id, statement, level, counts }) => ({
        key: expectationKeyOf(step, id),
        statement: statement.text,
        level: LEVEL_NAMES[level],
        counts,
      })),
    })),
    rest: textOfStep(answers, steps[0] ?? 'clarify').rest,
    passages,
    dimensions: ratedDimensions(attempt.onlyStep),
  };
}
