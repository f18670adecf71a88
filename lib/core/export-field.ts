import type { Assumption, ChoiceValue, FieldValue, QuantityValue, TableRow } from './answer';
import type { Field } from './field';
import { markdownFence, markdownLine, markdownListItem, markdownParagraphs, markdownTable } from './markdown-text';
import { sumColumn, unreadText } from './table-sum';

const filled = (text: string) => text.trim() !== '';

function tableMarkdown(field: Extract<Field, { type: 'table' }>, rows: readonly TableRow[]): string {
  const written = rows.filter((row) => Object.values(row).some(filled));
  if (written.length === 0) return '';
  const table = markdownTable(
    field.columns.map((column) => column.label),
    written.map((row) => field.columns.map((column) => row[column.id] ?? '')),
  );
  if (!field.sum) return table;
  const { total, counted, unread } = sumColumn(written, field.sum.column);
  const leftOut = unread === 0 ? '' : ` (${unreadText(unread)})`;
  return counted === 0 ? table : `${table}\n\nTotal: ${total} ${field.sum.unit}${leftOut}`;
}

/** One field of a form as Markdown; empty when nothing is written in it. */
export function fieldMarkdown(field: Field, value: FieldValue): string {
  switch (field.type) {
    case 'text':
      return markdownParagraphs(value as string);
    case 'diagram':
      return filled(value as string) ? markdownFence('mermaid', value as string) : '';
    case 'list':
      return (value as string[]).filter(filled).map(markdownListItem).join('\n');
    case 'assumptions':
      return (value as Assumption[])
        .filter(({ text }) => filled(text))
        .map(({ text, status }) => markdownListItem(`${text} (${status})`))
        .join('\n');
    case 'choice': {
      const { chosen, why } = value as ChoiceValue;
      const choice = markdownLine(chosen.join(', '));
      return [choice, markdownParagraphs(why)].filter(filled).join('\n\n');
    }
    case 'quantity': {
      const { value: amount, unit, derivation } = value as QuantityValue;
      return [markdownLine([amount, unit].filter(filled).join(' ')), markdownParagraphs(derivation)]
        .filter(filled)
        .join('\n\n');
    }
    case 'table':
      return tableMarkdown(field, value as TableRow[]);
  }
}
