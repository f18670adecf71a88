import { Button } from '@/components/ui/button';
import { QUEUE_STATES, type QueueQuery, type QueueState } from '@/lib/core/review/queue-api';
import { PersonSearch } from './person-search';

export const QUEUE_STATE_NAMES: Readonly<Record<QueueState, string>> = {
  waiting: 'Waiting',
  claimed: 'With another coach',
  mine: 'Begun by me',
  published: 'Reviewed',
};

interface Choice {
  readonly value: string;
  readonly name: string;
}

function Filter({
  name,
  label,
  any,
  choices,
  chosen,
}: {
  name: keyof QueueQuery;
  label: string;
  /** The choice of none. */
  any: string;
  choices: readonly Choice[];
  chosen: string | undefined;
}) {
  return (
    <label className="min-w-36 flex-1 sm:max-w-64 sm:flex-none">
      <span className="label-text">{label}</span>
      <select name={name} defaultValue={chosen ?? ''} className="field-box h-9">
        <option value="">{any}</option>
        {choices.map(({ value, name: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What of the queue is shown; a plain form, so that it works before and without any script. */
export function QueueFilters({
  query,
  groups,
  cases,
  people,
  chosen,
  typed,
}: {
  query: QueueQuery;
  groups: readonly Choice[];
  cases: readonly Choice[];
  /** Everybody in the queue; null when they are too many to be listed, and are looked for by name. */
  people: readonly Choice[] | null;
  /** Of them the one who was chosen. */
  chosen: { readonly id: string; readonly name: string } | null;
  /** The words that stand in the field for a name. */
  typed: string;
}) {
  const states = QUEUE_STATES.map((state) => ({ value: state, name: QUEUE_STATE_NAMES[state] }));
  return (
    // A key, so that going back in the browser shows what was chosen there.
    <form key={JSON.stringify(query)} action="/review" className="mt-6 flex flex-wrap items-end gap-x-4 gap-y-3">
      <Filter name="state" label="State" any="Not reviewed yet" choices={states} chosen={query.state} />
      {groups.length > 0 && (
        <Filter name="group" label="Group" any="All, and links" choices={groups} chosen={query.group} />
      )}
      <Filter name="case" label="Case" any="All cases" choices={cases} chosen={query.case} />
      {people ? (
        <Filter name="person" label="Person" any="Everybody" choices={people} chosen={query.person} />
      ) : (
        <PersonSearch chosen={chosen} typed={typed} />
      )}
      <Button type="submit">Show</Button>
    </form>
  );
}
