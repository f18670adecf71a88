import { STEP_IDS } from '@/lib/core/steps';
import { CASE_FILE, stepFileName } from './case-folder';

/**
 * Where the files beside a file are shown: a link to `3-data.md` works on a git host, and in the product leads to that
 * page.
 */
export type SiblingLinks = ReadonlyMap<string, string>;

/** The files of a case that have a page. */
export function caseLinks(slug: string): SiblingLinks {
  return new Map([
    [CASE_FILE, `/cases/${slug}`],
    ...STEP_IDS.map((id): [string, string] => [stepFileName(id), `/cases/${slug}/${id}`]),
  ]);
}

/** The pages of the framework, by file name and slug. */
export function frameworkLinks(pages: readonly { readonly name: string; readonly slug: string }[]): SiblingLinks {
  return new Map(pages.map(({ name, slug }) => [name, `/steps/${slug}`]));
}
