'use client';

import { DialogFrame } from '@/components/ui/dialog-frame';

const SHORTCUTS: readonly (readonly [string, string])[] = [
  ['Alt + Shift + N', 'Next step'],
  ['Alt + Shift + P', 'Previous step'],
  ['Alt + Shift + M', 'Show or hide the prompt and what stands with it'],
  ['Ctrl + S or ⌘ + S', 'Save now (it is saved by itself)'],
  ['Enter in a list or table', 'Next row; a new one at the end'],
  ['Ctrl + Enter in a table', 'New row below this one'],
  ['Backspace in an empty row', 'Remove the row'],
  ['?', 'This list, when you are not writing'],
];

/** What the keyboard can do here. Each has a visible control too. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <DialogFrame open={open} onClose={onClose} title="Shortcuts" width="520px">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 overflow-y-auto px-5 py-4">
        {SHORTCUTS.map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt className="font-medium">{keys}</dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </DialogFrame>
  );
}
