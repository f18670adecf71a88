import { type Answer, isGuided, isPage, type PageAnswer, type TableRow } from './answer';
import { type AnswerSlot, PAGE_SLOT } from './attempt';
import type { Field, TableField } from './field';
import { STEP_FIELDS } from './fields';
import { CELL_SEPARATOR, type Passage, passagesOf } from './passages';
import type { StepId } from './steps';

/** A stretch of a passage as a screen shows it. What is selected in it becomes a quote of the passage, by offset. */
export interface Excerpt {
  readonly slot: AnswerSlot;
  /** Of the passage. */
  readonly path: string;
  /** Where the stretch begins in the passage, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
}

export interface RowCell {
  readonly label: string;
  /** Null when nothing is in the cell. */
  readonly excerpt: Excerpt | null;
}

/** One field of an answer, laid out for reading: as paragraphs, as a list, as a table or as a drawing. */
export type AnswerBlock = { readonly id: string; readonly label: string } & (
  | { readonly kind: 'text'; readonly paragraphs: readonly Excerpt[] }
  | { readonly kind: 'list'; readonly items: readonly Excerpt[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly RowCell[])[] }
  | { readonly kind: 'diagram'; readonly source: Excerpt }
);

/** The non-empty lines of a stretch, each with its place. */
function paragraphs(excerpt: Excerpt): Excerpt[] {
  return [...excerpt.text.matchAll(/[^\n]+/g)]
    .filter((line) => line[0].trim() !== '')
    .map((line) => ({ ...excerpt, start: excerpt.start + line.index, text: line[0] }));
}

const whole = (slot: AnswerSlot, passage: Passage): Excerpt => ({
  slot,
  path: passage.path,
  start: 0,
  text: passage.text,
});

/** The cells of a row at their places in the row's passage, which joins the filled ones with `CELL_SEPARATOR`. */
function rowCells(field: TableField, row: TableRow, slot: AnswerSlot, passage: Passage): RowCell[] {
  let start = 0;
  return field.columns.map(({ id, label }) => {
    const text = (row[id] ?? '').trim();
    if (text === '') return { label, excerpt: null };
    const excerpt = { slot, path: passage.path, start, text };
    start += text.length + CELL_SEPARATOR.length;
    return { label, excerpt };
  });
}

function guidedBlock(field: Field, value: unknown, slot: AnswerSlot, passages: readonly Passage[]): AnswerBlock | null {
  const own = passages.filter((passage) => passage.path === field.id || passage.path.startsWith(`${field.id}.`));
  const [first] = own;
  if (!first) return null;
  const head = { id: field.id, label: field.label };
  switch (field.type) {
    case 'diagram':
      return { ...head, kind: 'diagram', source: whole(slot, first) };
    case 'list':
    case 'assumptions':
      return { ...head, kind: 'list', items: own.map((passage) => whole(slot, passage)) };
    case 'table':
      return {
        ...head,
        kind: 'table',
        columns: field.columns.map((column) => column.label),
        rows: own.map((passage) => {
          const row = (value as readonly TableRow[])[Number(passage.path.split('.')[1])] ?? {};
          return rowCells(field, row, slot, passage);
        }),
      };
    default:
      return { ...head, kind: 'text', paragraphs: paragraphs(whole(slot, first)) };
  }
}

/** What a step's answer (or a whole page) holds, field by field; empty when nothing was written. */
export function answerBlocks(slot: AnswerSlot, answer: Answer): AnswerBlock[] {
  const passages = passagesOf(slot, answer);
  if (isGuided(answer)) {
    if (slot === PAGE_SLOT) return [];
    return STEP_FIELDS[slot].flatMap((field) => guidedBlock(field, answer.fields[field.id], slot, passages) ?? []);
  }
  return passages.map((passage) => {
    const head = { id: passage.path, label: passage.label };
    return passage.kind === 'diagram'
      ? { ...head, kind: 'diagram', source: whole(slot, passage) }
      : { ...head, kind: 'text', paragraphs: paragraphs(whole(slot, passage)) };
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans in the order of the text, those that touch or overlap joined. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

function pageText(page: PageAnswer, spans: readonly Span[]): Excerpt[] {
  return spans.flatMap(({ start, end }) =>
    paragraphs({ slot: PAGE_SLOT, path: 'text', start, text: page.text.slice(start, end) }),
  );
}

/** The words of a blank page that were tagged to the step, in the order of the page. */
export function taggedText(page: PageAnswer, step: StepId): Excerpt[] {
  return pageText(page, joined(page.tags.filter((tag) => tag.step === step)));
}

/** The words of a blank page that belong to no step yet. */
export function untaggedText(page: PageAnswer): Excerpt[] {
  const gaps: Span[] = [];
  let end = 0;
  for (const span of joined(page.tags)) {
    if (span.start > end) gaps.push({ start: end, end: span.start });
    end = span.end;
  }
  if (end < page.text.length) gaps.push({ start: end, end: page.text.length });
  return pageText(page, gaps);
}

/** What an attempt says to a step, and for a blank page what it says besides. */
export interface StepText {
  readonly blocks: readonly AnswerBlock[];
  /** Of a blank page: text without a tag, and the drawing. Empty in the other modes. */
  readonly rest: readonly AnswerBlock[];
}

/** Lays out what the answers of an attempt say to one step, whatever its mode. */
export function textOfStep(answers: Partial<Record<AnswerSlot, Answer>>, step: StepId): StepText {
  const page = answers[PAGE_SLOT];
  if (!page || !isPage(page)) {
    const answer = answers[step];
    return { blocks: answer ? answerBlocks(step, answer) : [], rest: [] };
  }
  const tagged = taggedText(page, step);
  const untagged = untaggedText(page);
  return {
    blocks: tagged.length === 0 ? [] : [{ id: 'text', label: 'From your page', kind: 'text', paragraphs: tagged }],
    rest: [
      ...(untagged.length === 0
        ? []
        : [{ id: 'untagged', label: 'Without a step', kind: 'text' as const, paragraphs: untagged }]),
      ...answerBlocks(PAGE_SLOT, page).filter((block) => block.kind === 'diagram'),
    ],
  };
}
