import type { Root, RootContent } from 'mdast';
import { isStepId, STEPS } from '@/lib/core/steps';
import { PAGE_FRONT_MATTER_KEYS, pageFrontMatterSchema, readFrontMatter } from './front-matter';
import { type Blocks, blocksOf } from './parsed-case';
import { readParts } from './parts';
import type { Report } from './report';
import { readTitle } from './title';

export interface ParsedPage {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly body: Blocks;
  readonly definitions: readonly RootContent[];
}

const STEP_PARTS = [
  'What the interviewer listens for',
  'What each level shows',
  'How to spend the minutes',
  'Common mistakes',
  'A worked fragment',
  'Probes to practise',
];

/** Reads a page of `content/framework/`; null when it cannot be used. */
export function readFrameworkPage(report: Report, tree: Root, slug: string): ParsedPage | null {
  const frontMatter = readFrontMatter(report, tree, pageFrontMatterSchema, PAGE_FRONT_MATTER_KEYS);
  const expected = isStepId(slug) ? STEPS[slug].title : frontMatter?.title;
  const { title, content } = readTitle(report, tree, expected);
  const body = content.filter(({ type }) => type !== 'yaml');
  if (isStepId(slug)) {
    readParts(report, body, { depth: 2, titles: STEP_PARTS, within: 'the page of a step' });
  } else if (body.length === 0) {
    report.add(report.end, 'The page is empty.', 'Write it below its title.');
  }
  if (frontMatter === null || title === null) return null;
  return {
    slug,
    title,
    summary: frontMatter.summary,
    body: blocksOf(body.filter(({ type }) => type !== 'definition')),
    definitions: body.filter(({ type }) => type === 'definition'),
  };
}
