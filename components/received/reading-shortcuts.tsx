'use client';

import { DialogFrame } from '@/components/ui/dialog-frame';

const KEYS: readonly (readonly [string, string])[] = [
  ['J or K', 'Next or previous comment or mark; on one of them also ↓ and ↑'],
  ['Shift + J or K', 'Next or previous step'],
  ['Enter, Esc', 'Into a comment to reply, and back out of the text'],
  ['W', 'Worked answer'],
  ['R', 'Back to the marks'],
  ['?', 'This list, when you are not writing'],
];

/** What the keyboard can do while a review is read. Each has a visible control too. */
export function ReadingShortcuts({
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
    <DialogFrame open={open} onClose={onClose} title="Shortcuts" width="520px">
      <div className="space-y-4 overflow-y-auto px-5 py-4">
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={singleKeys} onChange={(event) => onSingleKeys(event.target.checked)} />
          Letters alone are shortcuts
        </label>
        <dl className="grid grid-cols-[8.5rem_1fr] gap-x-4 gap-y-1">
          {KEYS.map(([name, what]) => (
            <div key={name} className="contents">
              <dt className="font-medium">{name}</dt>
              <dd className="text-muted">{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </DialogFrame>
  );
}
