import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CaseSummary } from '@/lib/core/case-study';
import {
  type ContentSource,
  caseDirectory,
  checkCase,
  checkPage,
  FRAMEWORK,
  frameworkDirectory,
} from '../check-content';
import {
  type BrokenContent,
  type CompiledIndex,
  caseOutput,
  type FrameworkPageSummary,
  frameworkOutput,
  INDEX_FILE,
} from '../compiled-index';
import { findPreparedDiagram } from '../diagrams/prepared';
import { type Disk, disk as realDisk } from '../disk';
import { type Finding, formatFinding } from '../finding';
import { readFrameworkFolder } from '../framework-folder';
import { type DiagramParser, openDiagramParser } from '../mermaid/diagram-parser';
import { frameworkLinks } from '../site-links';
import { caseHash } from './case-hash';
import { compileCase, summarise } from './compile-case';
import { compilePage } from './compile-page';
import { compilerFingerprint, folderFingerprint } from './fingerprint';
import { readJson, removeOthers, writeJson, writtenFiles } from './output-folder';

export type CompileMode = 'development' | 'production';

export interface CompileOptions {
  /** The folder that holds `cases` and `framework`. */
  readonly contentDir: string;
  readonly outDir: string;
  readonly mode: CompileMode;
  readonly disk?: Disk;
  /** What findings call `contentDir`. */
  readonly label?: string;
  /** One that lives longer than this compilation; it is not closed here. */
  readonly parser?: DiagramParser;
}

export interface CompileResult {
  readonly index: CompiledIndex;
  readonly compiled: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** The content has findings and a build was asked for. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(readonly findings: readonly Finding[]) {
    super(`The content has ${findings.length} problems:\n${findings.map(formatFinding).join('\n')}`);
  }
}

interface CachedCase {
  readonly key: string;
  readonly summary: CaseSummary | null;
  readonly findings: readonly Finding[];
}

interface CachedFramework {
  readonly key: string;
  readonly pages: readonly FrameworkPageSummary[];
  readonly broken: readonly BrokenContent[];
}

interface Cache {
  readonly cases: Readonly<Record<string, CachedCase>>;
  readonly framework: CachedFramework | null;
}

const CACHE_FILE = 'cache.json';

/**
 * Compiles all markdown into `outDir`: `index.json`, a file for each case and each page. What has not changed since the
 * last time is not compiled again. In development a broken case is listed with its findings and left out.
 *
 * @throws ContentError in production, when there is any finding
 */
export async function compileContent(options: CompileOptions): Promise<CompileResult> {
  const { contentDir, outDir, mode } = options;
  const source: ContentSource = { disk: options.disk ?? realDisk, contentDir, label: options.label ?? 'content' };
  const compiler = `${compilerFingerprint()} ${mode}`;
  const cache = readJson<Cache>(outDir, CACHE_FILE);
  const written = writtenFiles(outDir, 'cases');
  const parser = options.parser ?? openDiagramParser();
  try {
    const cases: Record<string, CachedCase> = {};
    let compiled = 0;
    let unchanged = 0;
    for (const { name: slug } of listFolders(source)) {
      const key = folderFingerprint(source.disk, caseDirectory(source, slug), compiler);
      const known = cache?.cases[slug];
      if (known?.key === key && (known.summary === null || written.has(caseOutput(slug)))) {
        cases[slug] = known;
        unchanged += 1;
      } else {
        cases[slug] = { key, ...(await compileOne(source, slug, outDir, mode, parser)) };
        compiled += 1;
      }
    }
    const key = folderFingerprint(source.disk, frameworkDirectory(source), compiler);
    const framework =
      cache?.framework?.key === key
        ? cache.framework
        : { key, ...(await compileFramework(source, outDir, mode, parser)) };

    const index = indexOf(cases, framework);
    writeJson(outDir, CACHE_FILE, { cases, framework } satisfies Cache);
    const findings = [...index.brokenCases, ...index.brokenPages].flatMap((broken) => broken.findings);
    if (Object.keys(cases).length === 0) findings.push(noCases(source));
    if (mode === 'production' && findings.length > 0) throw new ContentError(findings);
    writeJson(outDir, INDEX_FILE, index);
    const removed =
      removeOthers(outDir, 'cases', new Set(index.cases.map((one) => caseOutput(one.slug)))) +
      removeOthers(outDir, FRAMEWORK, new Set(index.frameworkPages.map((page) => frameworkOutput(page.slug))));
    return { index, compiled, unchanged, removed };
  } finally {
    if (options.parser === undefined) await parser.close();
  }
}

/** What lies in `content/cases`; a stray file is no case, but is told about as if it were a broken one. */
function listFolders({ disk, contentDir }: ContentSource) {
  return (disk.list(join(contentDir, 'cases')) ?? []).filter(({ name }) => !name.startsWith('.'));
}

async function compileOne(
  source: ContentSource,
  slug: string,
  outDir: string,
  mode: CompileMode,
  parser: DiagramParser,
): Promise<Omit<CachedCase, 'key'>> {
  const { folder, parsed, findings, diagramCount } = await checkCase(source, slug, parser, {
    needPictures: mode === 'production',
    trustPictures: true,
  });
  if (parsed === null || findings.length > 0) return { summary: null, findings };
  try {
    const study = compileCase(parsed, caseHash(folder.files), (diagram, idPrefix) =>
      findPreparedDiagram(folder.directory, diagram, idPrefix, source.disk),
    );
    writeJson(outDir, caseOutput(slug), study);
    return { summary: summarise(study, diagramCount), findings };
  } catch (error) {
    return { summary: null, findings: [notCompiled(folder.path, error)] };
  }
}

async function compileFramework(
  source: ContentSource,
  outDir: string,
  mode: CompileMode,
  parser: DiagramParser,
): Promise<Omit<CachedFramework, 'key'>> {
  const directory = frameworkDirectory(source);
  const path = `${source.label}/${FRAMEWORK}`;
  const pages: FrameworkPageSummary[] = [];
  const broken: BrokenContent[] = [];
  const sources = readFrameworkFolder(source.disk, directory, path);
  const siblings = frameworkLinks(sources);
  for (const page of sources) {
    const { slug } = page;
    const { parsed, findings } = await checkPage(source, page, siblings, parser, {
      needPictures: mode === 'production',
      trustPictures: true,
    });
    if (parsed === null || findings.length > 0) {
      broken.push({ slug, findings });
      continue;
    }
    try {
      const compiled = compilePage(
        parsed,
        (diagram, idPrefix) => findPreparedDiagram(directory, diagram, idPrefix, source.disk),
        siblings,
      );
      writeJson(outDir, frameworkOutput(slug), compiled);
      pages.push({ slug, title: compiled.title, summary: compiled.summary });
    } catch (error) {
      broken.push({ slug, findings: [notCompiled(`${path}/${page.name}`, error)] });
    }
  }
  return { pages, broken };
}

/** An empty site is a wrong folder, not a wish. */
function noCases({ label }: ContentSource): Finding {
  return {
    file: `${label}/cases`,
    line: 1,
    column: 1,
    message: 'There is no case.',
    fix: 'Add a folder with a case; docs/case-format.md shows how.',
  };
}

/** One page that trips the compiler must not take the others down. */
function notCompiled(file: string, error: unknown): Finding {
  return {
    file,
    line: 1,
    column: 1,
    message: `This passed the check but could not be compiled: ${error instanceof Error ? error.message : String(error)}.`,
    fix: 'This is a fault of the program; please report it with the file.',
  };
}

function indexOf(cases: Readonly<Record<string, CachedCase>>, framework: CachedFramework): CompiledIndex {
  const entries = Object.entries(cases);
  const summaries = entries.flatMap(([, { summary }]) => (summary === null ? [] : [summary]));
  const fingerprint = createHash('sha256').update(framework.key);
  for (const [slug, { key }] of entries) fingerprint.update(`${slug} ${key}\n`);
  return {
    fingerprint: fingerprint.digest('hex'),
    cases: summaries.sort((a, b) => a.title.localeCompare(b.title, 'en')),
    brokenCases: entries.flatMap(([slug, { summary, findings }]) => (summary === null ? [{ slug, findings }] : [])),
    frameworkPages: framework.pages,
    brokenPages: framework.broken,
  };
}
