'use client';

import { DialogFrame } from '@/components/ui/dialog-frame';
import { KeyList, type Keys, SingleKeysChoice } from '@/components/ui/shortcut-keys';

/** While a review is read. */
export const READING_KEYS: Keys = [
  ['J or K', 'Next or previous comment or mark; on one of them also ↓ and ↑'],
  ['Shift + J or K', 'Next or previous step'],
  ['Enter, Esc', 'Into a comment to reply, and back out of the text'],
  ['W', 'Worked answer'],
  ['R', 'Back to the marks'],
  ['?', 'This list, when you are not writing'],
];

/** While the candidate marks themselves. */
export const MARKING_KEYS: Keys = [
  ['J or K', 'Next or previous dimension; on one of them also ↓ and ↑'],
  ['1 to 4', 'Its band, with the selected words as its quote'],
  ['F', 'Add a quote: the selected words, or a choice of sentences'],
  ['A', 'Nothing to quote, for a band of 1 or 2'],
  ['U or Ctrl + Z', 'Undo; with Shift: do it again'],
  ['Ctrl + S or ⌘ + S', 'Keep the marks'],
  ['?', 'This list'],
];

/** What the keyboard can do on a page. Each has a visible control too. */
export function KeysDialog({
  keys,
  open,
  onClose,
  singleKeys,
  onSingleKeys,
}: {
  keys: Keys;
  open: boolean;
  onClose: () => void;
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
}) {
  return (
    <DialogFrame open={open} onClose={onClose} title="Shortcuts" width="520px">
      <div className="space-y-4 overflow-y-auto px-5 py-4">
        <SingleKeysChoice on={singleKeys} onChange={onSingleKeys} />
        <KeyList keys={keys} />
      </div>
    </DialogFrame>
  );
}
