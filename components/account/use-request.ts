'use client';

import { useState } from 'react';
import { type Outcome, sendRequest } from './send-request';

type Fields = Readonly<Record<string, string>>;
const NO_FIELDS: Fields = {};
const NO_NAMES: readonly string[] = [];

/**
 * One request at a time, for a form or a button: whether it is under way, and what to say when it was refused.
 *
 * @param names the fields that show beside themselves what is wrong with them. When it is about one of those, `error` is null.
 */
export function useRequest(names = NO_NAMES): {
  readonly working: boolean;
  readonly error: string | null;
  readonly fields: Fields;
  readonly run: <Reply>(...request: Parameters<typeof sendRequest>) => Promise<Outcome<Reply>>;
} {
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [fields, setFields] = useState(NO_FIELDS);

  async function run<Reply>(...request: Parameters<typeof sendRequest>): Promise<Outcome<Reply>> {
    setWorking(true);
    setError(null);
    setFields(NO_FIELDS);
    const outcome = await sendRequest<Reply>(...request);
    if (!outcome.ok) {
      setFields(outcome.fields);
      const [first] = Object.values(outcome.fields);
      setError(names.some((name) => name in outcome.fields) ? null : (first ?? outcome.message));
    }
    setWorking(false);
    return outcome;
  }

  return { working, error, fields, run };
}
