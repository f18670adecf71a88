import type { RootContent } from 'mdast';
import type { CaseStep, CaseStudy, CaseSummary, QuestionAndAnswer } from '@/lib/core/case-study';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import type { ParsedCase, ParsedQuestion, ParsedStep } from '../parse/parsed-case';
import { caseLinks } from '../site-links';
import type { FindPicture } from './diagram-figure';
import { HtmlWriter } from './html-writer';

/** Turns a case without findings into what the product uses. */
export function compileCase(parsed: ParsedCase, hash: string, findPicture: FindPicture): CaseStudy {
  const { main } = parsed;
  const writer = new HtmlWriter(`d-${parsed.slug}`, findPicture, caseLinks(parsed.slug));
  const inMain = (text: Parameters<HtmlWriter['write']>[0]) => writer.write(text, 'case', main.definitions);
  const { title, summary, difficulty, domains, minutes, levels, tags, references } = main;
  return {
    slug: parsed.slug,
    hash,
    title,
    summary,
    difficulty,
    domains,
    minutes,
    levels,
    tags,
    references,
    prompt: inMain(main.prompt),
    facts: main.facts.map((fact) => ({ ...fact, answer: inMain(fact.answer) })),
    curveballs: main.curveballs.map((curveball) => ({
      ...curveball,
      announcement: inMain(curveball.announcement),
      strong: inMain(curveball.strong),
    })),
    wrapUp: compileQuestions(writer, main.wrapUp, 'case', main.definitions),
    steps: Object.fromEntries(STEP_IDS.map((id) => [id, compileStep(writer, parsed.steps[id], id)])) as Record<
      StepId,
      CaseStep
    >,
    exemplars: parsed.exemplars,
  };
}

function compileStep(writer: HtmlWriter, step: ParsedStep, id: StepId): CaseStep {
  const write = (text: Parameters<HtmlWriter['write']>[0]) => writer.write(text, id, step.definitions);
  return {
    workedAnswer: step.workedAnswer.map(({ heading, body, notes }) => {
      const partId = writer.headingId(id, heading);
      return { id: partId, heading, body: writer.write(body, partId, step.definitions), notes };
    }),
    expectations: step.expectations.map((one) => ({ ...one, statement: write(one.statement) })),
    tradeOffs: step.tradeOffs.map((one) => ({
      id: one.id,
      question: write(one.question),
      choices: one.choices.map(write),
      decides: write(one.decides),
    })),
    gotchas: step.gotchas.map((one) => ({ id: one.id, body: write(one.body) })),
    followUps: compileQuestions(writer, step.followUps, id, step.definitions),
    hints: step.hints.map(write),
  };
}

function compileQuestions(
  writer: HtmlWriter,
  questions: readonly ParsedQuestion[],
  scope: string,
  definitions: readonly RootContent[],
): QuestionAndAnswer[] {
  return questions.map(({ question, answer }) => ({
    question: writer.write(question, scope, definitions),
    answer: writer.write(answer, scope, definitions),
  }));
}

/** What lists show of a case. */
export function summarise(study: CaseStudy, diagramCount: number): CaseSummary {
  const { slug, hash, title, summary, difficulty, domains, minutes, levels, tags, facts } = study;
  const expectationCount = STEP_IDS.reduce((sum, id) => sum + study.steps[id].expectations.length, 0);
  return {
    slug,
    hash,
    title,
    summary,
    difficulty,
    domains,
    minutes,
    levels,
    tags,
    factCount: facts.length,
    expectationCount,
    diagramCount,
  };
}
