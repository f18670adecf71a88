import type { CaseSummary, FrameworkPage } from '@/lib/core/case-study';
import type { Finding } from './finding';

/** What lists show of a page of the framework. */
export type FrameworkPageSummary = Pick<FrameworkPage, 'slug' | 'title' | 'summary'>;

/** A case, or a page of the framework, that is not shown until its findings are mended. */
export interface BrokenContent {
  readonly slug: string;
  readonly findings: readonly Finding[];
}

/** `index.json`: all that is needed to list the content without opening each file. */
export interface CompiledIndex {
  /** Of everything that went into it; changes whenever a page could look different. */
  readonly fingerprint: string;
  readonly cases: readonly CaseSummary[];
  readonly brokenCases: readonly BrokenContent[];
  readonly frameworkPages: readonly FrameworkPageSummary[];
  readonly brokenPages: readonly BrokenContent[];
}

export const INDEX_FILE = 'index.json';
/** The bundled page of review packets, kept beside the content. */
export const PACKET_PAGE_FILE = 'packet-page.json';
export const caseOutput = (slug: string) => `cases/${slug}.json`;
export const frameworkOutput = (slug: string) => `framework/${slug}.json`;
