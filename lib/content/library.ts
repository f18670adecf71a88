import { join } from 'node:path';
import type { CaseStudy, CaseSummary, FrameworkPage } from '@/lib/core/case-study';
import {
  type BrokenContent,
  type CompiledIndex,
  caseOutput,
  type FrameworkPageSummary,
  frameworkOutput,
  INDEX_FILE,
} from './compiled-index';
import { disk, modifiedAt } from './disk';

/** Reads compiled content. Markdown is never touched here. */
export interface Library {
  listCases(): readonly CaseSummary[];
  findCase(slug: string): CaseStudy | null;
  listBrokenCases(): readonly BrokenContent[];
  listFrameworkPages(): readonly FrameworkPageSummary[];
  findFrameworkPage(slug: string): FrameworkPage | null;
}

/**
 * Opens the compiled content in a folder.
 *
 * @param watch read a file again when it has changed; without it a file is read once per process
 */
export function openLibrary(folder: string, watch: boolean): Library {
  const memory = new Map<string, { readonly modified: number; readonly value: unknown }>();

  const read = <T>(name: string): T => {
    const path = `${folder}/${name}`;
    const known = memory.get(name);
    if (known && !watch) return known.value as T;
    const modified = modifiedAt(path) ?? 0;
    if (known?.modified === modified) return known.value as T;
    const bytes = disk.read(path);
    if (bytes === null) throw new Error(`${name} is not there.`);
    const value = JSON.parse(new TextDecoder().decode(bytes)) as T;
    memory.set(name, { modified, value });
    return value;
  };
  const index = (): CompiledIndex => {
    try {
      return read<CompiledIndex>(INDEX_FILE);
    } catch (error) {
      throw new Error('The content has not been compiled: run npm run content:compile.', { cause: error });
    }
  };

  return {
    listCases: () => index().cases,
    // A slug comes from an address: only one that the index knows becomes part of a path.
    findCase: (slug) => (index().cases.some((one) => one.slug === slug) ? read<CaseStudy>(caseOutput(slug)) : null),
    listBrokenCases: () => index().brokenCases,
    listFrameworkPages: () => index().frameworkPages,
    findFrameworkPage: (slug) =>
      index().frameworkPages.some((one) => one.slug === slug) ? read<FrameworkPage>(frameworkOutput(slug)) : null,
  };
}

/** Where `npm run content:compile` writes, from the root of the project. */
export const COMPILED_FOLDER = '.generated/content';

let opened: Library | null = null;

function library(): Library {
  opened ??= openLibrary(
    // A build carries the content that it was made from, so that a server keeps it when the next build is made.
    join(/* turbopackIgnore: true */ process.cwd(), process.env.WARMSTART_CONTENT_FOLDER ?? COMPILED_FOLDER),
    process.env.NODE_ENV !== 'production',
  );
  return opened;
}

/** Every case that can be shown, by title. */
export const listCases = () => library().listCases();

/** A whole case; null when there is none of that name, or it is broken. */
export const findCase = (slug: string) => library().findCase(slug);

/** Cases with findings; always empty in a build, which refuses them. */
export const listBrokenCases = () => library().listBrokenCases();

/** The pages of the framework: the seven steps in their order, then the others. */
export const listFrameworkPages = () => library().listFrameworkPages();

/** A page of the framework by its slug, `clarify` … `monitor` or `outlines`. */
export const findFrameworkPage = (slug: string) => library().findFrameworkPage(slug);
