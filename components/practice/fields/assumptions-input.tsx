'use client';

import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import type { Assumption } from '@/lib/core/answer';
import type { AssumptionsField } from '@/lib/core/field';
import { FieldFrame, fieldIds, NothingWritten } from './field-frame';
import type { FieldInputProps } from './field-input';
import { focusRow } from './focus-row';
import { insertAfter, withEmptyRow, withoutTrailingEmpty } from './growing-rows';
import { pastedLines, pastedText, pasteItems } from './paste-items';
import { fullText, RowNoticeLine, useRowNotice } from './row-notice';

const EMPTY: Assumption = { text: '', status: 'assumed' };
const isEmpty = (item: Assumption) => item.text.trim() === '';

/** A list whose items are each assumed or confirmed. */
export function AssumptionsInput({
  field,
  value,
  onChange,
  readOnly,
}: FieldInputProps<AssumptionsField, Assumption[]>) {
  const ids = fieldIds(field.id);
  const list = useRef<HTMLOListElement>(null);
  const stored = value ?? [];
  const items = readOnly ? stored : withEmptyRow(stored, EMPTY, isEmpty, field.maxItems);
  const change = (next: Assumption[]) => onChange(withoutTrailingEmpty(next, isEmpty));
  const notice = useRowNotice(value, onChange);
  const focusItem = (index: number) => focusRow(list.current, index, 'text');
  const edit = (index: number, part: Partial<Assumption>) =>
    change(items.map((item, other) => (other === index ? { ...item, ...part } : item)));

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, index: number) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      const next = items[index + 1];
      const needsRoom = next === undefined || !isEmpty(next);
      if (needsRoom && stored.length >= field.maxItems) {
        notice.sayFull(fullText(field.maxItems, 'items'), () => focusItem(index));
        return;
      }
      if (next && needsRoom) onChange(insertAfter(items, index, EMPTY));
      focusItem(index + 1);
    } else if (event.key === 'Backspace' && items[index]?.text === '' && index > 0) {
      event.preventDefault();
      change(items.filter((_, other) => other !== index));
      focusItem(index - 1);
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>, index: number) {
    const pasted = readOnly ? null : pastedLines(event.currentTarget, event.clipboardData);
    if (!pasted) return;
    event.preventDefault();
    const { rows, last, together } = pasteItems(items, index, pasted, field.maxItems, isEmpty, (text, item) => ({
      ...(item ?? EMPTY),
      text,
    }));
    notice.changeWithUndo(rows, pastedText(pasted.lines.length, last - index + 1, together, field.maxItems), () =>
      focusItem(index),
    );
    focusItem(last);
  }

  return (
    <FieldFrame ids={ids} label={field.label} prompt={field.prompt} group>
      {items.length === 0 && <NothingWritten />}
      <ol ref={list} className="space-y-1.5">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place.
          <li key={index} className="grid grid-cols-[1fr_auto] items-start gap-x-2">
            <textarea
              data-row={index}
              data-column="text"
              aria-label={`${field.label}, item ${index + 1}`}
              className="field-box resize-none"
              rows={1}
              dir="auto"
              value={item.text}
              readOnly={readOnly}
              onKeyDown={(event) => onKeyDown(event, index)}
              onPaste={(event) => onPaste(event, index)}
              onChange={(event) => edit(index, { text: event.target.value })}
            />
            <select
              aria-label={`Item ${index + 1} is`}
              className="field-box w-auto"
              value={item.status}
              disabled={readOnly || isEmpty(item)}
              onChange={(event) => edit(index, { status: event.target.value as Assumption['status'] })}
            >
              <option value="assumed">assumed</option>
              <option value="confirmed">confirmed</option>
            </select>
          </li>
        ))}
      </ol>
      <RowNoticeLine notice={notice} />
    </FieldFrame>
  );
}
