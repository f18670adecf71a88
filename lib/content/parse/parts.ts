import type { Heading, RootContent } from 'mdast';
import { closestWord, oneOf } from '../did-you-mean';
import { plainText } from './plain-text';
import { placeOf, type Report } from './report';

/** A heading and what stands under it, up to the next heading of the same depth. */
export interface Part {
  readonly heading: Heading;
  readonly title: string;
  readonly nodes: readonly RootContent[];
}

export interface Split {
  /** What stands before the first heading of that depth. */
  readonly before: readonly RootContent[];
  readonly parts: readonly Part[];
}

/** Cuts a sequence of blocks at its headings of one depth. */
export function splitAt(depth: Heading['depth'], nodes: readonly RootContent[]): Split {
  const before: RootContent[] = [];
  const parts: { heading: Heading; title: string; nodes: RootContent[] }[] = [];
  for (const node of nodes) {
    const current = parts.at(-1);
    if (node.type === 'heading' && node.depth === depth) {
      parts.push({ heading: node, title: plainText(node.children), nodes: [] });
    } else if (current) current.nodes.push(node);
    else before.push(node);
  }
  return { before, parts };
}

export interface ExpectedParts {
  readonly depth: Heading['depth'];
  /** In the order in which they must stand. */
  readonly titles: readonly string[];
  /** What holds the parts, for messages: "this file". */
  readonly within: string;
}

/**
 * Finds the parts that must be there, each once and in order. An unknown, repeated, misplaced, missing or empty one is a
 * finding; what can be used is returned by its title.
 */
export function readParts(report: Report, nodes: readonly RootContent[], expected: ExpectedParts): Map<string, Part> {
  const marks = '#'.repeat(expected.depth);
  const { before, parts } = splitAt(expected.depth, nodes);
  const stray = before.find((node) => node.type !== 'yaml' && node.type !== 'definition');
  if (stray) {
    report.at(
      stray,
      `This stands before the first \`${marks}\` heading.`,
      `Put it under one of ${oneOf(expected.titles.map((title) => `"${title}"`))}.`,
    );
  }
  const found = new Map<string, Part>();
  let latest = -1;
  for (const part of parts) {
    const index = expected.titles.indexOf(part.title);
    if (index === -1) {
      const near = closestWord(part.title, expected.titles);
      report.at(
        part.heading,
        `There is no part "${part.title}" in ${expected.within}.`,
        near === null
          ? `Its parts are ${expected.titles.join(', ')}; use ${'#'.repeat(expected.depth + 1)} for a smaller heading.`
          : `Did you mean "${marks} ${near}"?`,
      );
      // Read it as what was meant, so that one slip is one finding.
      if (near !== null && !found.has(near) && !parts.some(({ title }) => title === near)) found.set(near, part);
    } else if (found.has(part.title)) {
      report.at(part.heading, `The part "${part.title}" is here a second time.`, 'Join the two under one heading.');
    } else {
      if (index < latest) {
        report.at(
          part.heading,
          `"${part.title}" comes too late.`,
          `Put it before "${expected.titles[latest]}"; the order is ${expected.titles.join(', ')}.`,
        );
      }
      latest = Math.max(latest, index);
      found.set(part.title, part);
      if (part.nodes.length === 0) {
        report.at(part.heading, `Nothing stands under "${part.title}".`, 'Write it; no part may be empty.');
      }
    }
  }
  expected.titles.forEach((title, index) => {
    if (found.has(title)) return;
    const next = expected.titles.slice(index + 1).find((later) => found.has(later));
    const nextPart = next === undefined ? undefined : found.get(next);
    report.add(
      nextPart ? placeOf(nextPart.heading) : report.end,
      `The part "${title}" is missing.`,
      next === undefined ? `Add "${marks} ${title}" at the end.` : `Add "${marks} ${title}" before "${next}".`,
    );
  });
  return found;
}
