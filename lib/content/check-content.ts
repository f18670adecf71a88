import { join } from 'node:path';
import { type CaseFolder, readCaseFolder } from './case-folder';
import { checkPictures } from './check-pictures';
import { findPreparedDiagram } from './diagrams/prepared';
import type { Disk } from './disk';
import { type Finding, sortFindings } from './finding';
import type { PageSource } from './framework-folder';
import { checkDiagrams } from './mermaid/check-diagrams';
import type { DiagramParser } from './mermaid/diagram-parser';
import { readCase } from './parse/case';
import type { DiagramBlock } from './parse/diagram-blocks';
import { type ParsedPage, readFrameworkPage } from './parse/framework-page';
import type { ParsedCase } from './parse/parsed-case';
import { readSource } from './parse/source-reading';
import type { SiblingLinks } from './site-links';

/** Where content is and how it is read. */
export interface ContentSource {
  readonly disk: Disk;
  /** The folder that holds `cases` and `framework`. */
  readonly contentDir: string;
  /** What findings call that folder. */
  readonly label: string;
}

export interface Strictness {
  /** A diagram without a picture of its present source is a finding. */
  readonly needPictures: boolean;
  /** A diagram with a picture of its present source is not parsed again: mermaid has drawn it, so it can be read. */
  readonly trustPictures: boolean;
}

export interface CheckedCase {
  readonly folder: CaseFolder;
  readonly parsed: ParsedCase | null;
  readonly diagramCount: number;
  readonly findings: readonly Finding[];
}

export interface CheckedPage {
  readonly parsed: ParsedPage | null;
  readonly findings: readonly Finding[];
}

export const FRAMEWORK = 'framework';

export const caseDirectory = ({ contentDir }: ContentSource, slug: string) => join(contentDir, 'cases', slug);
export const frameworkDirectory = ({ contentDir }: ContentSource) => join(contentDir, FRAMEWORK);

/** Reads one case and says everything that is wrong with it. */
export async function checkCase(
  source: ContentSource,
  slug: string,
  parser: DiagramParser,
  strictness: Strictness,
): Promise<CheckedCase> {
  const folder = readCaseFolder(source.disk, caseDirectory(source, slug), slug, `${source.label}/cases/${slug}`);
  const { parsed, diagrams, findings } = readCase(folder);
  const more = await checkBlocks(source, folder.directory, slug, diagrams, parser, strictness);
  return { folder, parsed, diagramCount: diagrams.length, findings: sortFindings([...findings, ...more]) };
}

/** Reads one page of the framework and says everything that is wrong with it. */
export async function checkPage(
  source: ContentSource,
  { slug, file, findings }: PageSource,
  siblings: SiblingLinks,
  parser: DiagramParser,
  strictness: Strictness,
): Promise<CheckedPage> {
  if (file === null) return { parsed: null, findings };
  const { report, tree, diagrams } = readSource(file, siblings);
  const parsed = readFrameworkPage(report, tree, slug);
  const more = await checkBlocks(source, frameworkDirectory(source), FRAMEWORK, diagrams, parser, strictness);
  return { parsed, findings: sortFindings([...findings, ...report.findings, ...more]) };
}

async function checkBlocks(
  { disk }: ContentSource,
  directory: string,
  name: string,
  diagrams: readonly DiagramBlock[],
  parser: DiagramParser,
  { needPictures, trustPictures }: Strictness,
): Promise<Finding[]> {
  const isDrawn = ({ source }: DiagramBlock) => findPreparedDiagram(directory, source, 'check', disk) !== null;
  const drawn = new Set(trustPictures ? diagrams.filter(isDrawn) : []);
  const { findings, unreadable } = await checkDiagrams(
    parser,
    diagrams.filter((block) => block.sound && !drawn.has(block)),
  );
  if (!needPictures) return findings;
  const readable = diagrams.filter((block) => block.sound && !unreadable.has(block));
  return [...findings, ...checkPictures(disk, directory, name, readable)];
}
