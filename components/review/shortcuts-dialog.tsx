'use client';

import { DialogFrame } from '@/components/ui/dialog-frame';
import { KeyList, type Keys, SingleKeysChoice } from '@/components/ui/shortcut-keys';

const GROUPS: readonly { readonly title: string; readonly keys: Keys }[] = [
  {
    title: 'Move',
    keys: [
      ['J or K', 'Next or previous item; on an item also ↓ and ↑'],
      ['Shift + J or K', 'Next or previous step'],
      ['Enter, Esc', 'Into the item, and back out of its text'],
      ['W', 'Worked answer'],
      ['T', 'Trade-offs, gotchas and follow-ups of the case'],
      ['H', 'Earlier reviews'],
      ['R', 'Back to the rubric'],
      ['P', 'Private notes about the candidate'],
    ],
  },
  {
    title: 'Words of the answer',
    keys: [
      ['/', 'Choose words without a pointer'],
      ['S, G, Q, E', 'Comment on them: strength, gap, question, error'],
      ['Esc', 'Let go of the selected words'],
    ],
  },
  {
    title: 'On an expectation',
    keys: [
      ['F', 'Found, with the selected words'],
      ['N', 'Found after a nudge'],
      ['A', 'Absent'],
      ['Y or X', 'Accept or reject a suggestion, where there is one'],
    ],
  },
  {
    title: 'On a dimension or the verdict',
    keys: [
      ['1 to 4', 'Band, with the selected words as its quote; the verdict from no hire to strong hire'],
      ['F', 'Add the selected words as a quote'],
      ['A', 'Nothing to quote, for a band of 1 or 2'],
    ],
  },
  {
    title: 'On a comment',
    keys: [
      ['L', 'Saved replies; while writing Alt + Shift + R'],
      ['Delete', 'Take the comment away'],
    ],
  },
  {
    title: 'Always',
    keys: [
      ['U or Ctrl + Z', 'Undo; with Shift: do it again'],
      ['Ctrl + S or ⌘ + S', 'Save now (it is saved by itself)'],
      ['?', 'This list, when you are not writing'],
    ],
  },
];

/** What the keyboard can do on the desk. Each has a visible control too. */
export function DeskShortcutsDialog({
  open,
  onClose,
  singleKeys,
  onSingleKeys,
}: {
  open: boolean;
  onClose: () => void;
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
}) {
  return (
    <DialogFrame open={open} onClose={onClose} title="Shortcuts" width="560px">
      <div className="space-y-5 overflow-y-auto px-5 py-4">
        <SingleKeysChoice on={singleKeys} onChange={onSingleKeys} />
        {GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="label-text">{title}</h3>
            <KeyList keys={keys} className="mt-1" />
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
