import type { Part } from './parts';
import { placeOf, type Report } from './report';

interface Bounds {
  readonly min: number;
  readonly max?: number;
}

/** Holds the number of entries of a part against what the format asks for. Counted are those that are written, right or not. */
export function checkCount(report: Report, part: Part | undefined, { min, max }: Bounds): void {
  if (part === undefined || part.nodes.length === 0) return;
  const count = part.nodes.reduce((sum, node) => sum + (node.type === 'list' ? node.children.length : 0), 0);
  if (count >= min && count <= (max ?? Number.POSITIVE_INFINITY)) return;
  const wanted = max === undefined ? `at least ${min}` : min === max ? `exactly ${min}` : `${min} to ${max}`;
  report.add(
    placeOf(part.heading),
    `"${part.title}" has ${count} ${count === 1 ? 'item' : 'items'}.`,
    count < min ? `Write ${wanted}.` : `Keep ${wanted}.`,
  );
}
