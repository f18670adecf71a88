'use client';

import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import type { TableRow } from '@/lib/core/answer';
import type { Column, TableField } from '@/lib/core/field';
import type { LatencyTarget } from '@/lib/core/latency-slo';
import { FieldFrame, fieldIds, NothingWritten } from './field-frame';
import type { FieldInputProps } from './field-input';
import { focusRow } from './focus-row';
import { insertAfter, withEmptyRow, withoutTrailingEmpty } from './growing-rows';
import { fullText, RowNoticeLine, useRowNotice } from './row-notice';
import { TableSum } from './table-sum';

const EMPTY: TableRow = {};
const isEmpty = (row: TableRow) => Object.values(row).every((cell) => cell.trim() === '');

function Cell({
  column,
  label,
  value,
  index,
  readOnly,
  onChange,
  onKeyDown,
}: {
  column: Column;
  label: string;
  value: string;
  index: number;
  readOnly: boolean;
  onChange: (value: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}) {
  const place = { 'data-row': index, 'data-column': column.id, 'aria-label': label };
  if (column.kind === 'choice') {
    return (
      <select
        {...place}
        className="field-box h-[36px]"
        value={value}
        disabled={readOnly}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">–</option>
        {/* A value from before a choice was renamed is shown, not lost. */}
        {value !== '' && !column.choices?.includes(value) && <option value={value}>{value}</option>}
        {column.choices?.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  return (
    <textarea
      {...place}
      className={`field-box resize-none ${column.kind === 'number' ? 'tabular-nums' : ''}`}
      rows={1}
      dir="auto"
      inputMode={column.kind === 'number' ? 'decimal' : 'text'}
      placeholder={index === 0 && !readOnly ? column.placeholder : undefined}
      value={value}
      readOnly={readOnly}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/**
 * A table to fill by keyboard: Tab goes along the row, Enter to the next row, arrows up and down within a column, Backspace
 * in an empty row removes it; a filled one goes by its button, and can be put back. On a phone each row becomes a block with its labels; else the rows are as wide as other fields,
 * and the sheet leaves 32 px beside them for what removes a row.
 */
export function TableInput({
  field,
  value,
  onChange,
  readOnly,
  latencyTarget,
}: FieldInputProps<TableField, TableRow[]> & { latencyTarget: LatencyTarget }) {
  const ids = fieldIds(field.id);
  const table = useRef<HTMLDivElement>(null);
  const stored = value ?? [];
  const rows = readOnly ? stored : withEmptyRow(stored, EMPTY, isEmpty, field.maxRows);
  const change = (next: TableRow[]) => onChange(withoutTrailingEmpty(next, isEmpty));
  const columns = field.columns.map((column) => `minmax(0, ${column.width ?? 1}fr)`).join(' ');
  const firstColumn = field.columns[0]?.id ?? '';
  const fitsAPhone = field.columns.length <= 2;
  const notice = useRowNotice(value, onChange);

  function remove(index: number) {
    const rest = rows.filter((_, other) => other !== index);
    notice.changeWithUndo(withoutTrailingEmpty(rest, isEmpty), `Row ${index + 1} is removed.`, () =>
      focusRow(table.current, index, firstColumn),
    );
    focusRow(table.current, Math.max(0, index - 1), firstColumn);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, index: number, column: string) {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd, value: text } = event.currentTarget;
    const row = rows[index];
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      const next = rows[index + 1];
      if ((event.ctrlKey || !next) && stored.length >= field.maxRows) {
        const cell = event.currentTarget;
        notice.sayFull(fullText(field.maxRows, 'rows'), () => cell.focus());
      } else if (event.ctrlKey && next) {
        onChange(insertAfter(rows, index, EMPTY));
        focusRow(table.current, index + 1, firstColumn);
      } else focusRow(table.current, index + 1, next && !isEmpty(next) ? column : firstColumn);
    } else if (event.key === 'Backspace' && row && isEmpty(row) && index > 0) {
      event.preventDefault();
      change(rows.filter((_, other) => other !== index));
      focusRow(table.current, index - 1, column);
    } else if (event.key === 'ArrowDown' && selectionEnd === text.length) {
      event.preventDefault();
      focusRow(table.current, index + 1, column);
    } else if (event.key === 'ArrowUp' && selectionStart === 0) {
      event.preventDefault();
      focusRow(table.current, index - 1, column);
    }
  }

  return (
    <FieldFrame ids={ids} label={field.label} prompt={field.prompt} group>
      {rows.length === 0 && <NothingWritten />}
      <div ref={table} style={{ '--columns': columns } as CSSProperties}>
        <div aria-hidden="true" className="mb-1 hidden gap-1.5 md:grid md:grid-cols-(--columns)">
          {field.columns.map((column) => (
            <span key={column.id} className="label-text">
              {column.label}
            </span>
          ))}
        </div>
        <ol className="space-y-4 md:space-y-1.5">
          {rows.map((row, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
              key={index}
              className="relative border-t border-rule pt-3 md:-mr-8 md:grid md:grid-cols-[1fr_28px] md:items-start md:gap-x-1 md:border-0 md:pt-0"
            >
              <div className={`grid gap-1.5 ${fitsAPhone ? 'grid-cols-(--columns)' : 'md:grid-cols-(--columns)'}`}>
                {field.columns.map((column) => (
                  <div key={column.id}>
                    <span aria-hidden="true" className="label-text mb-0.5 block md:hidden">
                      {column.label}
                    </span>
                    <Cell
                      column={column}
                      label={`${field.label}, row ${index + 1}, ${column.label}`}
                      value={row[column.id] ?? ''}
                      index={index}
                      readOnly={readOnly}
                      onKeyDown={(event) => onKeyDown(event, index, column.id)}
                      onChange={(cell) =>
                        change(rows.map((one, other) => (other === index ? { ...one, [column.id]: cell } : one)))
                      }
                    />
                  </div>
                ))}
              </div>
              {!readOnly && !isEmpty(row) && (
                <button
                  type="button"
                  aria-label={`Remove row ${index + 1} of ${field.label}`}
                  className="absolute top-1 right-0 h-6 w-7 text-muted -outline-offset-2 hover:text-danger md:static md:h-9"
                  onClick={() => remove(index)}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ol>
        <RowNoticeLine notice={notice} />
        {field.sum && <TableSum sum={field.sum} rows={stored} latencyTarget={latencyTarget} />}
      </div>
    </FieldFrame>
  );
}
