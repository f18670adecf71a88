import type { Root } from 'mdast';
import { STEP_LIST, type StepId } from '@/lib/core/steps';
import { readParts } from './parts';
import type { Report } from './report';

/** Reads a whole answer: the seven step headings with text under each, which is kept as it was written. */
export function readExemplar(report: Report, tree: Root): Record<StepId, string> {
  const titles = STEP_LIST.map(({ title }) => title);
  const parts = readParts(report, tree.children, { depth: 1, titles, within: 'an exemplar' });
  const textOf = (title: string) => {
    const nodes = parts.get(title)?.nodes ?? [];
    const start = nodes[0]?.position?.start.offset;
    const end = nodes.at(-1)?.position?.end.offset;
    return start === undefined || end === undefined ? '' : report.file.text.slice(start, end);
  };
  return Object.fromEntries(STEP_LIST.map(({ id, title }) => [id, textOf(title)])) as Record<StepId, string>;
}
