import type { CaseStudy } from '@/lib/core/case-study';
import type { Encoded } from '@/lib/core/feedback/encoder';
import type { ExpectationState } from '@/lib/core/feedback/match-expectations';
import type { MatchingLevel, Models } from '@/lib/core/feedback/matcher';
import { STEP_IDS } from '@/lib/core/steps';
import { attacksOn } from './attacks';
import { areaUnderCurve, bootstrap, groupsOf, type Interval, wilson } from './classification';
import { type CutOffs, chooseCutOffs, type Judged, leaveOneCaseOut, type Tally, tally } from './cut-offs';
import { asAnswers, type WrittenDenials } from './denials';
import type { MarkedAnswer } from './graded-set';
import { judgeExamples } from './judge-examples';
import { negatedStatements, type OwnText, scoreOwn } from './own-scores';

type Vectors = ((text: string) => Encoded) | null;

interface JudgedOfAnswer extends Judged {
  readonly group: string;
  readonly kind: string;
}

/** All that is measured on our own cases at one level. */
export interface OwnResult {
  readonly level: MatchingLevel;
  readonly auc: number;
  readonly aucInterval: Interval;
  readonly folds: readonly { readonly slug: string; readonly cutOffs: CutOffs; readonly tally: Tally }[];
  readonly together: Tally;
  readonly precisionInterval: Interval;
  readonly recallInterval: Interval;
  /** Of left-out cases, by kind of answer. */
  readonly kinds: readonly { readonly kind: string; readonly tally: Tally }[];
  /** From all cases: what is committed. */
  readonly cutOffs: CutOffs;
  readonly exemplars: readonly { readonly slug: string; readonly strong: number; readonly weak: number }[];
  readonly examples: ExampleResult;
  readonly negations: Found;
  /** Denials written by hand: those that the matcher was developed on, and those written after. */
  readonly denials: Readonly<Record<keyof WrittenDenials, Found>>;
  readonly attacks: readonly (Found & { readonly name: string })[];
}

interface Found {
  readonly all: number;
  readonly found: number;
}

export interface ExampleResult {
  readonly counts: number;
  readonly countsFound: number;
  /** Its own expectation is the closest of the step. */
  readonly countsClosest: number;
  readonly neighbours: number;
  readonly neighboursFound: number;
  readonly nearMisses: number;
  readonly nearMissesFound: number;
  /** Of those that the case names as such, as it does for a candidate. */
  readonly nearMissesFoundInPlace: number;
}

export function measureOwn(
  level: MatchingLevel,
  graded: readonly MarkedAnswer[],
  cases: readonly CaseStudy[],
  models: Models,
  vectors: Vectors,
  denials: WrittenDenials,
): OwnResult {
  const judged = graded.flatMap((one) => judge(one, cases, models, vectors));
  const folds = leaveOneCaseOut(judged);
  const ofFold = new Map(folds.map(({ slug, cutOffs }) => [slug, cutOffs]));
  const held = (some: readonly Judged[]) =>
    sum(
      [...ofFold].map(([slug, cutOffs]) =>
        tally(
          some.filter((one) => one.slug === slug),
          cutOffs,
        ),
      ),
    );
  const cutOffs = chooseCutOffs(judged);
  const { rightlyFound, calledFound, trulyFound } = held(judged);
  const groups = groupsOf(judged);
  return {
    level,
    auc: areaUnderCurve(scored(judged)),
    aucInterval: bootstrap(groups, (drawn) => areaUnderCurve(scored(drawn))),
    folds,
    together: held(judged),
    precisionInterval: widest(
      wilson(rightlyFound, calledFound),
      bootstrap(groups, (drawn) => ratio(held(drawn), 'calledFound')),
    ),
    recallInterval: widest(
      wilson(rightlyFound, trulyFound),
      bootstrap(groups, (drawn) => ratio(held(drawn), 'trulyFound')),
    ),
    kinds: [...new Set(judged.map(({ kind }) => kind))]
      .sort()
      .map((kind) => ({ kind, tally: held(judged.filter((one) => one.kind === kind)) })),
    cutOffs,
    exemplars: cases.map((study) => ({
      slug: study.slug,
      strong: shareFound(study, 'strong', models, vectors, cutOffs),
      weak: shareFound(study, 'weak', models, vectors, cutOffs),
    })),
    examples: measureExamples(cases, models, vectors, cutOffs),
    negations: countFound(cases.flatMap(negatedStatements), models, vectors, cutOffs),
    denials: {
      developedOn: countFound(asAnswers(denials.developedOn, cases), models, vectors, cutOffs),
      unseen: countFound(asAnswers(denials.unseen, cases), models, vectors, cutOffs),
    },
    attacks: measureAttacks(cases, models, vectors, cutOffs),
  };
}

/** How many answers are found for the expectation that each is about. */
function countFound(
  answers: readonly (OwnText & { readonly expectation: string })[],
  models: Models,
  vectors: Vectors,
  { foundFrom }: CutOffs,
): Found {
  const isFound = answers.map(({ expectation, ...text }) => {
    const score = scoreOwn(text, models, vectors).find((one) => one.expectation === expectation);
    return (score?.claim?.confidence ?? 0) >= foundFrom;
  });
  return { all: isFound.length, found: isFound.filter(Boolean).length };
}

/** How many attacks of each kind find anything. */
function measureAttacks(
  cases: readonly CaseStudy[],
  models: Models,
  vectors: Vectors,
  { foundFrom }: CutOffs,
): OwnResult['attacks'] {
  const judged = cases.flatMap(attacksOn).map(({ name, ...text }) => ({
    name,
    isFound: scoreOwn(text, models, vectors).some(({ claim }) => (claim?.confidence ?? 0) >= foundFrom),
  }));
  return [...new Set(judged.map(({ name }) => name))].map((name) => {
    const own = judged.filter((one) => one.name === name);
    return { name, all: own.length, found: own.filter(({ isFound }) => isFound).length };
  });
}

function judge(answer: MarkedAnswer, cases: readonly CaseStudy[], models: Models, vectors: Vectors): JudgedOfAnswer[] {
  const study = cases.find(({ slug }) => slug === answer.slug);
  if (study === undefined) throw new Error(`There is no case ${answer.slug}.`);
  const own: OwnText = { study, step: answer.step, text: answer.text };
  return scoreOwn(own, models, vectors).map(({ expectation, claim, closest }) => {
    const marks = [answer.first[expectation], answer.second[expectation]];
    if (marks.includes(undefined)) throw new Error(`${answer.id} is not marked for ${expectation}.`);
    return {
      slug: answer.slug,
      group: answer.id,
      kind: answer.kind,
      claim: claim?.confidence ?? 0,
      closest: closest?.confidence ?? 0,
      found: marks.every((mark) => mark === 'found'),
    };
  });
}

/** The share of a case's weight that an exemplar is told to have found. */
export function shareFound(
  study: CaseStudy,
  quality: 'strong' | 'weak',
  models: Models,
  vectors: Vectors,
  { foundFrom }: CutOffs,
): number {
  let found = 0;
  let whole = 0;
  for (const step of STEP_IDS) {
    const scores = scoreOwn({ study, step, text: study.exemplars[quality][step] }, models, vectors);
    for (const { id, weight } of study.steps[step].expectations) {
      whole += weight;
      const claim = scores.find(({ expectation }) => expectation === id)?.claim;
      if (claim && claim.confidence >= foundFrom) found += weight;
    }
  }
  return found / whole;
}

function measureExamples(
  cases: readonly CaseStudy[],
  models: Models,
  vectors: Vectors,
  { foundFrom }: CutOffs,
): ExampleResult {
  const judged = cases.flatMap((study) => judgeExamples(study, models, vectors, foundFrom));
  const counts = judged.filter(({ held }) => held.counts);
  const nearMisses = judged.filter(({ held }) => !held.counts);
  return {
    counts: counts.length,
    countsFound: counts.filter(({ isFound }) => isFound).length,
    countsClosest: counts.filter(({ isClosest }) => isClosest).length,
    neighbours: counts.reduce((sum, { held }) => sum + held.expectations.length - 1, 0),
    neighboursFound: counts.reduce((sum, { neighbours }) => sum + neighbours.length, 0),
    nearMisses: nearMisses.length,
    nearMissesFound: nearMisses.filter(({ isFound }) => isFound).length,
    nearMissesFoundInPlace: nearMisses.filter(({ isFoundInPlace }) => isFoundInPlace).length,
  };
}

const STATES: readonly ExpectationState[] = ['found', 'unclear', 'not found'];

/** Cohen's kappa of the two markers: over three states, and over found or not. */
export function agreement(graded: readonly MarkedAnswer[]) {
  const pairs = graded.map((one) => ({
    group: one.id,
    marks: Object.keys(one.first).map((id) => [one.first[id], one.second[id]] as const),
  }));
  const groups = pairs.map(({ marks }) => marks);
  const ofStates = (marks: readonly (readonly [ExpectationState | undefined, ExpectationState | undefined])[]) =>
    kappa(
      marks.map(([a, b]) => [STATES.indexOf(a ?? 'not found'), STATES.indexOf(b ?? 'not found')]),
      3,
    );
  const ofFound = (marks: readonly (readonly [ExpectationState | undefined, ExpectationState | undefined])[]) =>
    kappa(
      marks.map(([a, b]) => [a === 'found' ? 1 : 0, b === 'found' ? 1 : 0]),
      2,
    );
  const all = groups.flat();
  return {
    answers: graded.length,
    marks: all.length,
    same: all.filter(([a, b]) => a === b).length,
    bothFound: all.filter(([a, b]) => a === 'found' && b === 'found').length,
    kappa: ofStates(all),
    kappaInterval: bootstrap(groups, ofStates),
    foundKappa: ofFound(all),
    foundKappaInterval: bootstrap(groups, ofFound),
  };
}

function kappa(pairs: readonly (readonly [number, number])[], states: number): number {
  const same = pairs.filter(([a, b]) => a === b).length / pairs.length;
  let byChance = 0;
  for (let state = 0; state < states; state += 1) {
    const share = (place: 0 | 1) => pairs.filter((pair) => pair[place] === state).length / pairs.length;
    byChance += share(0) * share(1);
  }
  return (same - byChance) / (1 - byChance);
}

const scored = (judged: readonly JudgedOfAnswer[]) =>
  judged.map(({ claim, found, group }) => ({ score: claim, label: found, group }));

const ratio = ({ rightlyFound, ...all }: Tally, of: 'calledFound' | 'trulyFound') => rightlyFound / all[of];

const widest = (a: Interval, b: Interval): Interval => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});

function sum(tallies: readonly Tally[]): Tally {
  const add = (name: keyof Tally) => tallies.reduce((total, one) => total + one[name], 0);
  return {
    calledFound: add('calledFound'),
    rightlyFound: add('rightlyFound'),
    trulyFound: add('trulyFound'),
    calledNotFound: add('calledNotFound'),
    wronglyNotFound: add('wronglyNotFound'),
    unclear: add('unclear'),
  };
}
