import type { CaseStep, CaseStudy } from '@/lib/core/case-study';
import { STEP_IDS, type StepId } from '@/lib/core/steps';

const rich = (text: string) => ({ html: `<p>${text}</p>`, text });

const step = (id: StepId): CaseStep => ({
  workedAnswer: [],
  expectations: ['one', 'two'].map((name) => ({
    id: `${id}-${name}`,
    weight: 2,
    level: 'mid',
    statement: rich(`The answer says ${name} of ${id}.`),
    counts: [],
    doesNotCount: [],
  })),
  tradeOffs: [],
  gotchas: [],
  followUps: [],
  hints: ['first', 'second', 'third'].map((name) => rich(`The ${name} hint of ${id}`)),
});

/** A case for tests of what is done with cases; its text is nobody's concern. */
export function fixtureCase(more: Partial<CaseStudy> = {}): CaseStudy {
  return {
    slug: 'fixture',
    hash: 'a'.repeat(64),
    title: 'A fixture',
    summary: 'A case for tests.',
    difficulty: 'senior',
    domains: [],
    minutes: 45,
    levels: ['mid', 'senior'],
    tags: [],
    references: [],
    prompt: rich('Design it.'),
    facts: [],
    curveballs: [],
    wrapUp: [],
    steps: Object.fromEntries(STEP_IDS.map((id) => [id, step(id)])) as Record<StepId, CaseStep>,
    exemplars: { strong: emptyExemplar(), weak: emptyExemplar() },
    ...more,
  };
}

function emptyExemplar(): Record<StepId, string> {
  return Object.fromEntries(STEP_IDS.map((id) => [id, ''])) as Record<StepId, string>;
}
