import { isStepId, STEP_IDS, type StepId } from '@/lib/core/steps';
import { suggest } from '../did-you-mean';
import type { EntryLine } from './entries';
import type { Report } from './report';

/** The steps that a `changes:` line names, once each. An unknown or repeated one is a finding. */
export function readStepNames(report: Report, line: EntryLine | null): StepId[] {
  if (line === null) return [];
  const steps: StepId[] = [];
  for (const word of line.text.replace(/\.$/, '').split(',')) {
    const name = word.trim();
    if (!isStepId(name)) {
      report.add(line.place, `\`changes:\` names \`${name}\`, which is no step.`, suggest(name, STEP_IDS));
    } else if (steps.includes(name)) {
      report.add(line.place, `\`changes:\` names \`${name}\` twice.`, 'Name each step once.');
    } else steps.push(name);
  }
  return steps;
}
