import type { RootContent } from 'mdast';
import { readEntry, readItems, singleLine } from './entries';
import { blocksOf, type ParsedQuestion, phraseOf } from './parsed-case';
import type { Report } from './report';

/** Reads a list of questions, each with an `answer:` line: follow-ups and wrap-up questions. */
export function readQuestions(report: Report, nodes: readonly RootContent[]): ParsedQuestion[] {
  return readItems(report, nodes, 'questions').flatMap((item) => {
    const entry = readEntry(report, item, ['answer']);
    const answer = singleLine(report, entry, 'answer');
    if (answer === null || entry.head.length === 0) return [];
    return [{ question: phraseOf(entry.head), answer: blocksOf(answer.blocks) }];
  });
}
