import { suggest } from '../did-you-mean';
import { type Entry, singleLine } from './entries';
import type { Report } from './report';
import type { WorkedSection } from './worked-answer';

/** The heading of the worked answer beside which a note is printed; null, with a finding, when it names none. */
export function readBeside(report: Report, entry: Entry, sections: readonly WorkedSection[]): string | null {
  const line = singleLine(report, entry, 'beside');
  if (line === null) return null;
  if (sections.some(({ heading }) => heading === line.text)) return line.text;
  const headings = [...new Set(sections.map(({ heading }) => `"${heading}"`))];
  report.add(
    line.place,
    `\`beside:\` names "${line.text}", which is no \`###\` heading of this file.`,
    headings.length === 0 ? 'Write the worked answer first.' : suggest(`"${line.text}"`, headings),
  );
  return null;
}
