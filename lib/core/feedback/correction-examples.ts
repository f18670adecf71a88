import { LEVELS } from '../attempt';
import type { CaseStudy } from '../case-study';
import { markdownLine } from '../markdown-text';
import { STEP_LIST, type StepId } from '../steps';
import type { MatchCorrection } from './feedback-api';

const KEYS = { 'this-is-it': 'counts', 'not-this': 'does not count' } as const;

function expectationLines(statement: string, id: string, corrections: readonly MatchCorrection[]): string {
  // "counts" before "does not count", as in a case.
  const sorted = [...corrections].sort((a, b) => b.verdict.localeCompare(a.verdict));
  return [
    `- ${markdownLine(statement)} \`${id}\``,
    ...sorted.map(({ verdict, quote }) => `  - ${KEYS[verdict]}: ${markdownLine(quote.text)}`),
  ].join('\n');
}

/**
 * What candidates said against the matcher, as lines of the case format for its author: words that are it as `counts`, words that are
 * not as `does not count`, under the expectation and the file that they belong to.
 *
 * @param study null when the case is gone: then each expectation is called by its id
 */
export function correctionExamples(
  caseSlug: string,
  study: Pick<CaseStudy, 'title' | 'steps'> | null,
  corrections: readonly MatchCorrection[],
): string {
  const sections = STEP_LIST.flatMap(({ id: step, number, title }) => {
    const own = corrections.filter((correction) => correction.step === step);
    if (own.length === 0) return [];
    const items = expectationIds(study, step, own).map((id) =>
      expectationLines(
        study?.steps[step].expectations.find((one) => one.id === id)?.statement.text ?? id,
        id,
        own.filter(({ expectationId }) => expectationId === id),
      ),
    );
    return [`## ${title}: \`${number}-${step}.md\`\n\n${items.join('\n')}`];
  });
  const head = `# ${markdownLine(study?.title ?? caseSlug)}: sentences for examples`;
  return `${[head, ...(sections.length === 0 ? ['No corrections.'] : sections)].join('\n\n')}\n`;
}

/** In the order of the checklist; those that the case no longer has at the end. */
function expectationIds(
  study: Pick<CaseStudy, 'steps'> | null,
  step: StepId,
  corrections: readonly MatchCorrection[],
): string[] {
  const corrected = new Set(corrections.map(({ expectationId }) => expectationId));
  const all = study?.steps[step].expectations ?? [];
  const known = LEVELS.flatMap((level) => all.filter((one) => one.level === level)).map(({ id }) => id);
  return [...known.filter((id) => corrected.has(id)), ...[...corrected].filter((id) => !known.includes(id)).sort()];
}
