'use client';

import { type KeyboardEvent, useRef } from 'react';
import { type ListField, MAX_LIST_ITEM_CHARACTERS } from '@/lib/core/field';
import { FieldFrame, fieldIds, LengthNote, NothingWritten } from './field-frame';
import type { FieldInputProps } from './field-input';
import { focusRow } from './focus-row';
import { insertAfter, withEmptyRow, withoutTrailingEmpty } from './growing-rows';

const isEmpty = (item: string) => item.trim() === '';

/** Items one under another: Enter begins the next, Backspace in an empty one removes it, arrows move. */
export function ListInput({ field, value, onChange, readOnly }: FieldInputProps<ListField, string[]>) {
  const ids = fieldIds(field.id);
  const list = useRef<HTMLOListElement>(null);
  const stored = value ?? [];
  const items = readOnly ? stored : withEmptyRow(stored, '', isEmpty, field.maxItems);
  const change = (next: string[]) => onChange(withoutTrailingEmpty(next, isEmpty));

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, index: number) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      const next = items[index + 1];
      if (next !== undefined && !isEmpty(next) && stored.length < field.maxItems)
        onChange(insertAfter(items, index, ''));
      focusRow(list.current, index + 1, 0);
    } else if (event.key === 'Backspace' && items[index] === '' && stored.length > 0 && index > 0) {
      event.preventDefault();
      change(items.filter((_, other) => other !== index));
      focusRow(list.current, index - 1, 0);
    } else if (event.key === 'ArrowDown' && event.currentTarget.selectionEnd === items[index]?.length) {
      event.preventDefault();
      focusRow(list.current, index + 1, 0);
    } else if (event.key === 'ArrowUp' && event.currentTarget.selectionStart === 0) {
      event.preventDefault();
      focusRow(list.current, index - 1, 0);
    }
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
                onChange={(event) => change(items.map((one, other) => (other === index ? event.target.value : one)))}
              />
              <LengthNote length={item.length} limit={MAX_LIST_ITEM_CHARACTERS} />
            </div>
          </li>
        ))}
      </ol>
    </FieldFrame>
  );
}
