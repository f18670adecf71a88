'use client';

import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { type ListField, MAX_LIST_ITEM_CHARACTERS } from '@/lib/core/field';
import { FieldFrame, fieldIds, LengthNote, NothingWritten } from './field-frame';
import type { FieldInputProps } from './field-input';
import { focusRow } from './focus-row';
import { insertAfter, withEmptyRow, withoutTrailingEmpty } from './growing-rows';
import { pastedLines, pastedText, pasteItems } from './paste-items';
import { fullText, RowNoticeLine, useRowNotice } from './row-notice';

const isEmpty = (item: string) => item.trim() === '';

/**
 * Items one under another: Enter begins the next, Backspace in an empty one removes it, arrows move. Lines that are pasted
 * become items.
 */
export function ListInput({ field, value, onChange, readOnly }: FieldInputProps<ListField, string[]>) {
  const ids = fieldIds(field.id);
  const list = useRef<HTMLOListElement>(null);
  const stored = value ?? [];
  const items = readOnly ? stored : withEmptyRow(stored, '', isEmpty, field.maxItems);
  const change = (next: string[]) => onChange(withoutTrailingEmpty(next, isEmpty));
  const notice = useRowNotice(value, onChange);
  const focusItem = (index: number) => focusRow(list.current, index, 0);

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
      if (next !== undefined && needsRoom) onChange(insertAfter(items, index, ''));
      focusItem(index + 1);
    } else if (event.key === 'Backspace' && items[index] === '' && stored.length > 0 && index > 0) {
      event.preventDefault();
      change(items.filter((_, other) => other !== index));
      focusItem(index - 1);
    } else if (event.key === 'ArrowDown' && event.currentTarget.selectionEnd === items[index]?.length) {
      event.preventDefault();
      focusItem(index + 1);
    } else if (event.key === 'ArrowUp' && event.currentTarget.selectionStart === 0) {
      event.preventDefault();
      focusItem(index - 1);
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>, index: number) {
    const pasted = readOnly ? null : pastedLines(event.currentTarget, event.clipboardData);
    if (!pasted) return;
    event.preventDefault();
    const { rows, last, together } = pasteItems(items, index, pasted, field.maxItems, isEmpty, (text) => text);
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
          <li key={index} className="grid grid-cols-[20px_1fr] gap-x-2">
            <span aria-hidden="true" className="pt-2 text-muted tabular-nums">
              {index + 1}
            </span>
            <div>
              <textarea
                data-row={index}
                data-column={0}
                aria-label={`${field.label}, item ${index + 1}`}
                className="field-box resize-none"
                rows={1}
                dir="auto"
                value={item}
                readOnly={readOnly}
                onKeyDown={(event) => onKeyDown(event, index)}
                onPaste={(event) => onPaste(event, index)}
                onChange={(event) => change(items.map((one, other) => (other === index ? event.target.value : one)))}
              />
              <LengthNote length={item.length} limit={MAX_LIST_ITEM_CHARACTERS} />
            </div>
          </li>
        ))}
      </ol>
      <RowNoticeLine notice={notice} />
    </FieldFrame>
  );
}
