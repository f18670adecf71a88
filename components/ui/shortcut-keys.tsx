/** Keys, and what each does. */
export type Keys = readonly (readonly [keys: string, what: string])[];

/** Keys in one column, what they do in the other. */
export function KeyList({ keys, className = '' }: { keys: Keys; className?: string }) {
  return (
    <dl className={`grid grid-cols-[8.5rem_1fr] gap-x-4 gap-y-1 ${className}`}>
      {keys.map(([name, what]) => (
        <div key={name} className="contents">
          <dt className="font-medium">{name}</dt>
          <dd className="text-muted">{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether a letter alone is a shortcut: who dictates, or hits keys by chance, can switch that off. */
export function SingleKeysChoice({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex items-center gap-2">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      Letters and digits alone are shortcuts
    </label>
  );
}
