import type { Root, RootContent } from 'mdast';
import { INTERVIEW_MINUTES } from '@/lib/core/steps';
import { readCurveballs } from './curveballs';
import { readFacts } from './facts';
import { FRONT_MATTER_KEYS, frontMatterSchema, readFrontMatter } from './front-matter';
import { blocksOf, type ParsedCaseFile } from './parsed-case';
import { checkCount } from './part-counts';
import { readParts } from './parts';
import { readQuestions } from './questions';
import { placeOf, type Report } from './report';

const PARTS = ['Prompt', 'Facts', 'Curveballs', 'Wrap-up questions'] as const;

const MIN_LINCHPINS = 4;
const MAX_LINCHPINS = 6;

/** Reads `case.md`; null when its data cannot be used. What it returns is whole only when the report has no findings. */
export function readCaseFile(report: Report, tree: Root): ParsedCaseFile | null {
  const frontMatter = readFrontMatter(report, tree, frontMatterSchema, FRONT_MATTER_KEYS);
  const content = tree.children.filter(({ type }) => type !== 'yaml');
  for (const node of content) {
    if (node.type === 'heading' && node.depth === 1) {
      report.at(
        node,
        'case.md has no `#` title; its title stands in the data at the top.',
        'Remove this line, or use ##.',
      );
    }
  }
  const parts = readParts(
    report,
    content.filter((node) => !(node.type === 'heading' && node.depth === 1)),
    { depth: 2, titles: PARTS, within: 'case.md' },
  );
  const nodesOf = (title: (typeof PARTS)[number]): readonly RootContent[] => parts.get(title)?.nodes ?? [];

  const facts = readFacts(report, nodesOf('Facts'));
  // So far only facts have been given ids; one that has a fault is there all the same.
  const factIds = report.ids.map(({ id }) => id);
  checkCount(report, parts.get('Facts'), { min: 14 });
  checkCount(report, parts.get('Curveballs'), { min: 3 });
  const curveballs = readCurveballs(report, nodesOf('Curveballs'), frontMatter?.minutes ?? INTERVIEW_MINUTES, factIds);
  const wrapUp = readQuestions(report, nodesOf('Wrap-up questions'));

  const factsPart = parts.get('Facts');
  const linchpins = facts.filter(({ linchpin }) => linchpin).length;
  const written = factsPart?.nodes.reduce((sum, node) => sum + (node.type === 'list' ? node.children.length : 0), 0);
  // A fact that could not be read may be a linchpin, so count only when all could.
  if (factsPart && facts.length === written && (linchpins < MIN_LINCHPINS || linchpins > MAX_LINCHPINS)) {
    report.add(
      placeOf(factsPart.heading),
      `${linchpins} facts are marked \`linchpin\`.`,
      `Mark the ${MIN_LINCHPINS} to ${MAX_LINCHPINS} on which the design turns.`,
    );
  }
  if (frontMatter === null) return null;
  return {
    ...frontMatter,
    file: report.file,
    definitions: content.filter(({ type }) => type === 'definition'),
    prompt: blocksOf(nodesOf('Prompt')),
    facts,
    curveballs,
    wrapUp,
  };
}
