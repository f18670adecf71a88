'use client';

import { type FocusEvent, useCallback, useMemo, useRef } from 'react';
import { insertText } from '../diagram/insert-text';

type Box = HTMLTextAreaElement | HTMLInputElement;

const isBox = (target: EventTarget): target is Box =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

/** Where something that stands beside the sheet can be put into it: at the caret, where it was last. */
export interface LastBox {
  readonly onFocus: (event: FocusEvent) => void;
  /** Puts a text there, apart from the word before it. False when there is no such place on the sheet any more. */
  put(text: string): boolean;
}

export function useLastBox(): LastBox {
  const last = useRef<Box | null>(null);
  const onFocus = useCallback(({ target }: FocusEvent) => {
    if (isBox(target)) last.current = target;
  }, []);
  const put = useCallback((text: string) => {
    const box = last.current;
    if (!box?.isConnected || box.readOnly) return false;
    const at = box.selectionEnd ?? box.value.length;
    const isApart = at === 0 || /\s$/.test(box.value.slice(0, at));
    insertText(box, at, isApart ? text : ` ${text}`);
    return true;
  }, []);
  return useMemo(() => ({ onFocus, put }), [onFocus, put]);
}
