import { type Answer, isGuided, isPage } from './answer';
import { type AnswerSlot, answeredSteps, LEVEL_NAMES, MODE_NAMES, PAGE_SLOT } from './attempt';
import type { ExportedAttempt, ExportFile } from './export-attempt';
import { fieldMarkdown } from './export-field';
import { STEP_FIELDS } from './fields';
import { indentBlock, markdownFence, markdownLine, markdownParagraphs, markdownQuote } from './markdown-text';
import { STEPS, type StepId } from './steps';
import { timePerSlot, totalActiveMs } from './time-segments';

/** `2026-03-01 10:15 UTC`: a file has no reader's clock to go by. */
const utc = (time: string) => `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;

const minutes = (ms: number) => (ms > 0 && ms < 30_000 ? 'under 1 min' : `${Math.round(ms / 60_000)} min`);

const joinBlocks = (blocks: readonly (string | null)[]) => blocks.filter((block) => block).join('\n\n');

/** The statement of an expectation as a list item may be long; its text is one line of plain words. */
function marksMarkdown(attempt: ExportedAttempt, step: StepId): string | null {
  const marks = attempt.marks.filter((mark) => mark.step === step);
  if (marks.length === 0) return null;
  const items = marks.map((mark) => {
    const statement = markdownLine(mark.statement ?? mark.expectationId);
    if (mark.quote === null) return `- [ ] ${statement} (not in my answer)`;
    const quoted = markdownQuote(mark.quote.text)
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n');
    return `- [x] ${statement}\n\n${quoted}`;
  });
  return joinBlocks(['### Expectations', items.join('\n')]);
}

/** What the matcher found in a step, with what the candidate said against it. */
function findingsMarkdown(attempt: ExportedAttempt, step: StepId): string | null {
  const found = attempt.findings.find((one) => one.step === step);
  if (!found) return null;
  const items = found.results.map(({ expectationId, statement, state, shown }) => {
    const said = shown.state === state ? '' : `, by my word; the matcher said ${state}`;
    const head = `- ${markdownLine(statement ?? expectationId)} (${shown.state}${said})`;
    return shown.quote === null ? head : `${head}\n\n${indentBlock(markdownQuote(shown.quote.text), '  ')}`;
  });
  const level = found.level === 'keywords' ? 'keyword-level matching' : `with ${found.encoder}`;
  return joinBlocks([
    '### What was found',
    `*Matcher ${found.matcherVersion}, ${markdownLine(level)}, ${utc(found.matchedAt)}*`,
    items.join('\n'),
  ]);
}

function answerMarkdown(slot: AnswerSlot, answer: Answer): string | null {
  if (!isGuided(answer)) {
    return joinBlocks([
      markdownParagraphs(answer.text),
      answer.diagram?.trim() ? markdownFence('mermaid', answer.diagram) : null,
    ]);
  }
  if (slot === PAGE_SLOT) return null;
  return joinBlocks(
    STEP_FIELDS[slot].map((field) => {
      const value = answer.fields[field.id];
      const body = value === undefined ? '' : fieldMarkdown(field, value);
      return body === '' ? null : `### ${markdownLine(field.label)}\n\n${body}`;
    }),
  );
}

function stepMarkdown(attempt: ExportedAttempt, step: StepId): string {
  const { number, title } = STEPS[step];
  const saved = attempt.answers.find((one) => one.slot === step);
  const [time] = timePerSlot(attempt.segments, [step]);
  const hints = attempt.hints.filter((hint) => hint.step === step).length;
  const facts = [
    time && time.activeMs > 0 ? `${minutes(time.activeMs)} of ${minutes(time.budgetMs)}` : null,
    saved ? `revision ${saved.revision}${saved.savedAt ? `, saved ${utc(saved.savedAt)}` : ''}` : null,
    hints > 0 ? `hints taken: ${hints}` : null,
  ].filter((fact) => fact !== null);
  const body = saved ? answerMarkdown(step, saved.answer) : null;
  return joinBlocks([
    `## ${number}. ${title}`,
    facts.length > 0 ? `*${facts.join(' · ')}*` : null,
    body || (attempt.mode === 'blank' ? null : 'Nothing written.'),
    taggedMarkdown(attempt, step),
    marksMarkdown(attempt, step),
    findingsMarkdown(attempt, step),
  ]);
}

/** What a blank page says to a step. */
function taggedMarkdown(attempt: ExportedAttempt, step: StepId): string | null {
  const answer = attempt.answers.find((one) => one.slot === PAGE_SLOT)?.answer;
  if (!answer || !isPage(answer)) return null;
  const spans = answer.tags
    .filter((tag) => tag.step === step)
    .sort((a, b) => a.start - b.start)
    .map((tag) => markdownQuote(answer.text.slice(tag.start, tag.end)));
  // Two quotations in a row would be read as one without a break between them.
  return spans.length === 0 ? null : spans.join('\n\n<!-- -->\n\n');
}

function pageMarkdown(attempt: ExportedAttempt): string | null {
  const page = attempt.answers.find((one) => one.slot === PAGE_SLOT);
  if (attempt.mode !== 'blank') return null;
  return joinBlocks(['## The page', (page && answerMarkdown(PAGE_SLOT, page.answer)) || 'Nothing written.']);
}

function attemptMarkdown(attempt: ExportedAttempt): string {
  const steps = answeredSteps(attempt).filter(
    (step) =>
      attempt.mode !== 'blank' ||
      taggedMarkdown(attempt, step) !== null ||
      attempt.marks.some((mark) => mark.step === step) ||
      attempt.findings.some((one) => one.step === step),
  );
  return joinBlocks([
    `# ${markdownLine(attempt.caseTitle ?? attempt.caseSlug)}`,
    [
      `- ${MODE_NAMES[attempt.mode]}, level ${LEVEL_NAMES[attempt.level]}${attempt.onlyStep ? `, only ${STEPS[attempt.onlyStep].title}` : ''}`,
      `- Started ${utc(attempt.createdAt)}`,
      attempt.submittedAt ? `- Submitted ${utc(attempt.submittedAt)}` : '- Not submitted',
      `- ${minutes(totalActiveMs(attempt.segments))} of work`,
      `- Case text ${attempt.caseHash.slice(0, 12)}${attempt.caseState === 'changed' ? ', changed since' : ''}`,
    ].join('\n'),
    pageMarkdown(attempt),
    ...steps.map((step) => stepMarkdown(attempt, step)),
  ]);
}

/**
 * Writes exported attempts as one Markdown document: readable as it is, and after rendering exactly the words that were
 * typed, whatever they look like. Diagrams are mermaid blocks, tables are tables.
 */
export function exportMarkdown(file: ExportFile): string {
  if (file.attempts.length === 0) return 'No attempts.\n';
  return `${file.attempts.map(attemptMarkdown).join('\n\n---\n\n')}\n`;
}
