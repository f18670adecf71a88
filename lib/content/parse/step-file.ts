import type { Root, RootContent } from 'mdast';
import { STEPS, type StepId } from '@/lib/core/steps';
import { readExpectations } from './expectations';
import { readGotchas } from './gotchas';
import { readHints } from './hints';
import { blocksOf, type ParsedStep } from './parsed-case';
import { checkCount } from './part-counts';
import { readParts } from './parts';
import { readQuestions } from './questions';
import type { Report } from './report';
import { readTitle } from './title';
import { readTradeOffs } from './trade-offs';
import { readWorkedAnswer } from './worked-answer';

const PARTS = ['Worked answer', 'Expectations', 'Trade-offs', 'Gotchas', 'Follow-ups', 'Hints'] as const;

/** Reads a step's file. What it returns is whole only when the report has no findings. */
export function readStepFile(report: Report, tree: Root, step: StepId): ParsedStep {
  const { content } = readTitle(report, tree, STEPS[step].title);
  const parts = readParts(report, content, { depth: 2, titles: PARTS, within: "a step's file" });
  const nodesOf = (title: (typeof PARTS)[number]): readonly RootContent[] => parts.get(title)?.nodes ?? [];

  const sections = readWorkedAnswer(report, nodesOf('Worked answer'));
  const tradeOffs = readTradeOffs(report, nodesOf('Trade-offs'), sections);
  const gotchas = readGotchas(report, nodesOf('Gotchas'), sections);
  checkCount(report, parts.get('Expectations'), { min: 5, max: 9 });
  checkCount(report, parts.get('Trade-offs'), { min: 2 });
  checkCount(report, parts.get('Gotchas'), { min: 1 });
  checkCount(report, parts.get('Follow-ups'), { min: 2 });
  checkCount(report, parts.get('Hints'), { min: 3, max: 3 });

  return {
    file: report.file,
    definitions: tree.children.filter(({ type }) => type === 'definition'),
    workedAnswer: sections.map(({ heading, nodes }) => ({
      heading,
      body: blocksOf(nodes),
      notes: [...tradeOffs, ...gotchas].filter(({ beside }) => beside === heading).map(({ id }) => id),
    })),
    expectations: readExpectations(report, nodesOf('Expectations')),
    tradeOffs: tradeOffs.map(({ beside: _, ...tradeOff }) => tradeOff),
    gotchas: gotchas.map(({ beside: _, ...gotcha }) => gotcha),
    followUps: readQuestions(report, nodesOf('Follow-ups')),
    hints: readHints(report, nodesOf('Hints')),
  };
}
