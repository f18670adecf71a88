import type { CaseStudy } from '../../case-study';
import { findQuantities } from '../numbers/find-quantities';
import { type Answers, statementsOf } from '../numbers/statements';
import { accuracyOnRareClass } from './accuracy-on-rare-class';
import { againstFact } from './against-fact';
import { capacityBelowTraffic } from './capacity-below-traffic';
import { type Finding, RULE_IDS, type Rule, type RuleId } from './finding';
import { latencyOverTarget } from './latency-over-target';
import { liveFeatureInBatch } from './live-feature-in-batch';
import { memoryBelowIndex } from './memory-below-index';
import { objectiveNotMeasured } from './objective-not-measured';
import { randomSplitOfTime } from './random-split-of-time';
import { retrainBeforeLabels } from './retrain-before-labels';
import { sampleBeyondTraffic } from './sample-beyond-traffic';

const RULES: Readonly<Record<RuleId, Rule>> = {
  'latency-over-target': latencyOverTarget,
  'capacity-below-traffic': capacityBelowTraffic,
  'memory-below-index': memoryBelowIndex,
  'accuracy-on-rare-class': accuracyOnRareClass,
  'random-split-of-time': randomSplitOfTime,
  'live-feature-in-batch': liveFeatureInBatch,
  'retrain-before-labels': retrainBeforeLabels,
  'objective-not-measured': objectiveNotMeasured,
  'sample-beyond-traffic': sampleBeyondTraffic,
  'against-fact': againstFact,
};

/**
 * Where the answers of an attempt contradict themselves, or what the candidate was told. Works on the forms of guided mode and
 * on prose. The same input always gives the same findings, in the order of the rules.
 *
 * @param input.revealedFacts ids of the case's facts that the candidate has been told and that still hold: one that was never
 *   revealed cannot be contradicted, and neither can one that a curveball has overturned. An id the case does not have is
 *   passed over, since its text may have changed since.
 */
export function findContradictions(input: {
  readonly caseStudy: Pick<CaseStudy, 'facts'>;
  readonly answers: Answers;
  readonly revealedFacts: readonly string[];
}): Finding[] {
  const revealed = new Set(input.revealedFacts);
  const facts = input.caseStudy.facts
    .filter(({ id }) => revealed.has(id))
    .map((fact) => ({ fact, quantities: findQuantities(fact.answer.text) }));
  const material = { statements: statementsOf(input.answers), facts };
  return RULE_IDS.flatMap((id) => RULES[id](material));
}
