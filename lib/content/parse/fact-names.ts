import { closestWord } from '../did-you-mean';
import type { EntryLine } from './entries';
import type { Report } from './report';

/** The facts that an `overturns:` line names, once each. One that the case does not have is a finding. */
export function readFactNames(report: Report, line: EntryLine | null, factIds: readonly string[]): string[] {
  if (line === null) return [];
  const named: string[] = [];
  for (const word of line.text.replace(/\.$/, '').split(',')) {
    const id = word.trim();
    if (id === '') {
      report.add(line.place, `\`${line.key}:\` has a comma too many.`, 'Remove it.');
    } else if (!factIds.includes(id)) {
      const near = closestWord(id, factIds);
      report.add(
        line.place,
        `There is no fact \`${id.slice(0, 60)}\` in this case.`,
        near === null
          ? 'Name facts by the ids that they have under "Facts", with commas between them.'
          : `Did you mean \`${near}\`?`,
      );
    } else if (named.includes(id)) {
      report.add(line.place, `\`${line.key}:\` names \`${id}\` twice.`, 'Name each fact once.');
    } else named.push(id);
  }
  return named;
}
