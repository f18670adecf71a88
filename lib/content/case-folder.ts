import { STEP_LIST, type StepId } from '@/lib/core/steps';
import { suggest } from './did-you-mean';
import type { Disk } from './disk';
import type { Finding } from './finding';
import { decodeSource, type SourceFile } from './source-file';

/** The markdown of one case as found on disk. A file that is missing or unreadable is a finding and absent here. */
export interface CaseFolder {
  readonly slug: string;
  /** Where it is on disk, for what lies beside the markdown. */
  readonly directory: string;
  /** What findings call the folder. */
  readonly path: string;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly findings: readonly Finding[];
}

export const CASE_FILE = 'case.md';
export const EXEMPLAR_FILES = { strong: 'exemplars/strong.md', weak: 'exemplars/weak.md' } as const;
export const DIAGRAMS_FOLDER = 'diagrams';

/** `1-clarify.md`: the file of a step in a case or in the framework. */
export function stepFileName(step: StepId): string {
  const { number } = STEP_LIST.find(({ id }) => id === step) ?? { number: 0 };
  return `${number}-${step}.md`;
}

/** Every markdown file of a case, in reading order. */
export const CASE_FILES: readonly string[] = [
  CASE_FILE,
  ...STEP_LIST.map(({ id }) => stepFileName(id)),
  EXEMPLAR_FILES.strong,
  EXEMPLAR_FILES.weak,
];

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG_CHARACTERS = 60;

export const isSlug = (text: string) => SLUG.test(text) && text.length <= MAX_SLUG_CHARACTERS;

/** Files that systems and editors leave behind, which are nobody's mistake. */
const isHidden = (name: string) => name.startsWith('.');

/** Reads a case's folder and says which files are missing, unknown or unreadable. */
export function readCaseFolder(disk: Disk, directory: string, slug: string, path: string): CaseFolder {
  const findings: Finding[] = [];
  const files = new Map<string, SourceFile>();
  const find = (file: string, message: string, fix: string) =>
    findings.push({ file, line: 1, column: 1, message, fix });

  const listed = disk.list(directory);
  if (listed === null && disk.read(directory) !== null) {
    find(path, 'This file lies among the cases, where only folders may be.', 'Move it into the folder of its case.');
    return { slug, directory, path, files, findings };
  }
  if (!isSlug(slug)) {
    find(
      path,
      `The folder name \`${slug}\` cannot be part of an address.`,
      'Use lowercase letters, digits and single hyphens, like `visual-search`, at most 60 characters.',
    );
  }
  const entries = (listed ?? []).filter(({ name }) => !isHidden(name));
  if (entries.length === 0) {
    find(path, 'The folder is empty.', 'Add case.md and the seven step files (docs/case-format.md), or delete it.');
    return { slug, directory, path, files, findings };
  }

  const readFile = (name: string) => {
    const bytes = disk.read(`${directory}/${name}`);
    if (bytes === null) {
      find(`${path}/${name}`, 'The file is missing.', 'Add it; docs/case-format.md shows what it holds.');
      return;
    }
    const { file, finding } = decodeSource(`${path}/${name}`, bytes);
    if (file) files.set(name, file);
    else findings.push(finding);
  };
  for (const name of CASE_FILES) readFile(name);

  const known = [...CASE_FILES.filter((name) => !name.includes('/')), 'exemplars', DIAGRAMS_FOLDER];
  for (const { name, kind } of entries) {
    if (kind === 'folder' ? name === 'exemplars' || name === DIAGRAMS_FOLDER : known.includes(name)) continue;
    find(
      `${path}/${name}`,
      `A case has no ${kind === 'folder' ? 'folder' : 'file'} \`${name}\`.`,
      suggest(name, known),
    );
  }
  const exemplarNames = Object.values(EXEMPLAR_FILES).map((name) => name.replace('exemplars/', ''));
  for (const { name } of disk.list(`${directory}/exemplars`) ?? []) {
    if (isHidden(name) || exemplarNames.includes(name)) continue;
    find(`${path}/exemplars/${name}`, `There is no exemplar \`${name}\`.`, suggest(name, exemplarNames));
  }
  return { slug, directory, path, files, findings };
}
