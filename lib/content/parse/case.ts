import type { Root } from 'mdast';
import { STEP_IDS, STEP_LIST, type StepId } from '@/lib/core/steps';
import { CASE_FILE, type CaseFolder, EXEMPLAR_FILES, stepFileName } from '../case-folder';
import type { Finding } from '../finding';
import { checkExemplarCopy } from '../rules/exemplar-copy';
import { caseLinks } from '../site-links';
import type { SourceFile } from '../source-file';
import { readCaseFile } from './case-file';
import type { DiagramBlock } from './diagram-blocks';
import { readExemplar } from './exemplar';
import type { ParsedCase, ParsedCaseFile, ParsedStep } from './parsed-case';
import type { Report } from './report';
import { readSource } from './source-reading';
import { readStepFile } from './step-file';

export interface CaseReading {
  /** The case, when all its parts are there; usable only when there are no findings. */
  readonly parsed: ParsedCase | null;
  /** All diagrams that the case shows, in reading order; those of exemplars are not among them. */
  readonly diagrams: readonly DiagramBlock[];
  readonly findings: readonly Finding[];
}

const MIN_DIAGRAMS = 11;

/** Reads a whole case and says everything that is wrong with it, but for what only mermaid itself can tell. */
export function readCase(folder: CaseFolder): CaseReading {
  const siblings = caseLinks(folder.slug);
  const reports: Report[] = [];
  const diagrams: DiagramBlock[] = [];
  const open = <T>(name: string, read: (report: Report, tree: Root) => T, countsDiagrams = true): T | null => {
    const file = folder.files.get(name);
    if (file === undefined) return null;
    const { report, tree, diagrams: found } = readSource(file, siblings);
    reports.push(report);
    if (countsDiagrams) diagrams.push(...found);
    return read(report, tree);
  };

  const main: ParsedCaseFile | null = open(CASE_FILE, readCaseFile);
  const steps = new Map<StepId, ParsedStep>();
  for (const { id } of STEP_LIST) {
    const step = open(stepFileName(id), (report, tree) => readStepFile(report, tree, id));
    if (step) steps.set(id, step);
  }
  const strong = open(EXEMPLAR_FILES.strong, readExemplar, false);
  const weak = open(EXEMPLAR_FILES.weak, readExemplar, false);

  const findings = [...folder.findings, ...reports.flatMap((report) => report.findings), ...repeatedIds(reports)];
  const [strongFile, weakFile] = [folder.files.get(EXEMPLAR_FILES.strong), folder.files.get(EXEMPLAR_FILES.weak)];
  if (strongFile && weakFile) findings.push(...checkExemplarCopy(strongFile, weakFile));
  const mainFile: SourceFile | undefined = folder.files.get(CASE_FILE);
  // Before all files are there, and whole, the count would only say what other findings say already.
  const isCut = reports.some(({ isCut: cut, file }) => cut || file.text.trim() === '');
  if (mainFile && steps.size === STEP_IDS.length && !isCut && diagrams.length < MIN_DIAGRAMS) {
    findings.push({
      file: mainFile.path,
      line: 1,
      column: 1,
      message: `The case has ${diagrams.length} diagrams.`,
      fix: `Draw at least ${MIN_DIAGRAMS}; docs/case-format.md names them.`,
    });
  }
  const whole = main && strong && weak && steps.size === STEP_IDS.length;
  return {
    parsed: whole
      ? {
          slug: folder.slug,
          main,
          steps: Object.fromEntries(steps) as Record<StepId, ParsedStep>,
          exemplars: { strong, weak },
        }
      : null,
    diagrams,
    findings,
  };
}

function repeatedIds(reports: readonly Report[]): Finding[] {
  const first = new Map<string, { path: string; line: number }>();
  return reports.flatMap(({ file, ids }) =>
    ids.flatMap(({ id, place }) => {
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, { path: file.path, line: place.line });
        return [];
      }
      const where = earlier.path === file.path ? `line ${earlier.line}` : `${earlier.path}:${earlier.line}`;
      return [
        {
          file: file.path,
          ...place,
          message: `The id \`${id}\` is used in ${where} already.`,
          fix: 'Give each item of a case an id of its own.',
        },
      ];
    }),
  );
}
