import { STEP_LIST } from '@/lib/core/steps';
import { DIAGRAMS_FOLDER, isSlug, stepFileName } from './case-folder';
import type { Disk } from './disk';
import type { Finding } from './finding';
import { decodeSource, type SourceFile } from './source-file';

/** The pages that the framework consists of, in the order in which they are listed. */
const REQUIRED_PAGES: readonly string[] = [...STEP_LIST.map(({ id }) => stepFileName(id)), 'outlines.md'];

/** A page of the framework as found on disk; without a file when it cannot be read. */
export interface PageSource {
  readonly name: string;
  readonly slug: string;
  readonly file: SourceFile | null;
  readonly findings: readonly Finding[];
}

/** `1-clarify.md` is the page `clarify`; a page that is about no step has its whole name. */
export const pageSlug = (fileName: string) => fileName.replace(/\.md$/, '').replace(/^\d-/, '');

/** Reads `content/framework/`: the required pages first, then whatever else is there. */
export function readFrameworkFolder(disk: Disk, directory: string, path: string): PageSource[] {
  const extra = (disk.list(directory) ?? []).filter(
    ({ name }) => !name.startsWith('.') && name !== DIAGRAMS_FOLDER && !REQUIRED_PAGES.includes(name),
  );
  const refuse = (name: string, message: string, fix: string): PageSource => ({
    name,
    slug: pageSlug(name),
    file: null,
    findings: [{ file: `${path}/${name}`, line: 1, column: 1, message, fix }],
  });
  const read = (name: string): PageSource => {
    const bytes = disk.read(`${directory}/${name}`);
    if (bytes === null)
      return refuse(name, 'The page is missing.', 'Add it; docs/case-format.md shows how pages are written.');
    const { file, finding } = decodeSource(`${path}/${name}`, bytes);
    return { name, slug: pageSlug(name), file: file ?? null, findings: finding ? [finding] : [] };
  };
  return [
    ...REQUIRED_PAGES.map(read),
    ...extra.map(({ name, kind }) =>
      kind === 'file' && name.endsWith('.md') && isSlug(name.slice(0, -'.md'.length))
        ? read(name)
        : refuse(
            name,
            `\`${name}\` is no page of the framework.`,
            'A page is a file such as outlines.md: lowercase letters, digits and hyphens, then .md.',
          ),
    ),
  ];
}
