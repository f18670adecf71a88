'use client';

import { useState } from 'react';
import { useRequest } from '@/components/account/use-request';
import { textOfAttempt } from '@/components/saving/unsent-texts';
import { UnsentLine, useUnsentText } from '@/components/saving/use-unsent-text';
import { Button } from '@/components/ui/button';
import { LabelledInput } from '@/components/ui/labelled-input';
import { LabelledSelect } from '@/components/ui/labelled-select';
import { LabelledTextarea } from '@/components/ui/labelled-textarea';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ShareView } from '@/lib/core/review/share-api';

const DAY_MS = 24 * 3_600_000;
const ENDS = [
  ['never', 'Never'],
  ['7', 'In 7 days'],
  ['30', 'In 30 days'],
  ['date', 'At a time of your choice'],
] as const;

/** When a link ends, ISO 8601 in UTC; null for never; undefined while no time is chosen. */
function endOf(ends: string, localTime: string): string | null | undefined {
  if (ends === 'never') return null;
  if (ends !== 'date') return new Date(Date.now() + Number(ends) * DAY_MS).toISOString();
  const time = new Date(localTime);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** Makes a link by which a coach gets the attempt. */
export function ShareForm({ attemptId, onMade }: { attemptId: string; onMade: (share: ShareView) => void }) {
  const hydrated = useHydrated();
  const { working, error, fields, run } = useRequest(['note', 'expiresAt']);
  const unsent = useUnsentText(textOfAttempt(attemptId, 'link-note'));
  const { text: note } = unsent;
  const [ends, setEnds] = useState('never');
  const [localTime, setLocalTime] = useState('');
  const [missing, setMissing] = useState(false);

  async function make() {
    const expiresAt = endOf(ends, localTime);
    setMissing(expiresAt === undefined);
    if (expiresAt === undefined) return;
    const outcome = await run<ShareView>('POST', `/api/attempts/${attemptId}/shares`, { note, expiresAt });
    if (!outcome.ok) return;
    await unsent.settle();
    setEnds('never');
    setLocalTime('');
    onMade(outcome.reply);
  }

  return (
    <form
      aria-label="Make a link"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!working) void make();
      }}
    >
      {/* What is typed before the scripts listen would be overwritten by them. */}
      <fieldset disabled={!hydrated} className="min-w-0 space-y-4">
        <LabelledTextarea
          label="What should the coach look at?"
          hint="Optional. It is shown to whoever opens the link."
          value={note}
          onChange={(event) => unsent.type(event.target.value)}
          error={fields.note}
        />
        <UnsentLine unsent={unsent} />
        <div className="grid gap-4 sm:grid-cols-2">
          <LabelledSelect
            label="The link ends"
            choices={ENDS}
            value={ends}
            onChange={(event) => setEnds(event.target.value)}
            error={ends === 'date' ? undefined : fields.expiresAt}
          />
          {ends === 'date' && (
            <LabelledInput
              label="On"
              type="datetime-local"
              value={localTime}
              onChange={(event) => setLocalTime(event.target.value)}
              error={missing ? 'Choose a day and a time.' : fields.expiresAt}
            />
          )}
        </div>
        <Button type="submit" variant="primary" busy={working}>
          {working ? 'Making a link' : 'Make a link'}
        </Button>
        <p role="alert" className="text-danger empty:hidden">
          {error}
        </p>
      </fieldset>
    </form>
  );
}
