import { describe, expect, test } from 'vitest';
import type { Quote } from '@/lib/core/quote';
import { MarkKeeper, type MarkOutcome, type Verdict } from './mark-keeper';

const quote: Quote = { slot: 'model', path: 'text', start: 0, end: 3, text: 'two' };
const FOUND: Verdict = { found: true, quote };
const ABSENT: Verdict = { found: false };
const KEY = 'model/two-tower';

function setUp(saved: [string, Verdict][] = [], left: Record<string, Verdict> = {}) {
  let waiting = left;
  const sent: { key: string; verdict: Verdict; answer: (outcome: MarkOutcome) => void }[] = [];
  const keeper = new MarkKeeper(
    new Map(saved),
    (key, verdict) => new Promise((answer) => sent.push({ key, verdict, answer })),
    {
      read: () => waiting,
      write: (next) => {
        waiting = { ...next };
      },
    },
  );
  return { keeper, sent, waiting: () => waiting, state: () => keeper.snapshot().get(KEY) };
}

describe('MarkKeeper', () => {
  test('shows a mark at once and keeps it on the device until it is stored', async () => {
    const { keeper, sent, waiting, state } = setUp();
    const done = keeper.set(KEY, FOUND);
    expect(state()).toEqual({ verdict: FOUND, status: 'sending', message: null });
    expect(waiting()).toEqual({ [KEY]: FOUND });
    sent[0]?.answer({ kind: 'stored' });
    await done;
    expect(state()?.status).toBe('saved');
    expect(waiting()).toEqual({});
  });

  test('keeps a mark that could not be sent, and sends it when asked', async () => {
    const { keeper, sent, waiting, state } = setUp();
    const failed = keeper.set(KEY, ABSENT);
    sent[0]?.answer({ kind: 'unreachable' });
    await failed;
    expect(state()).toEqual({ verdict: ABSENT, status: 'unsent', message: null });
    expect(waiting()).toEqual({ [KEY]: ABSENT });
    keeper.retryUnsent();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.verdict).toEqual(ABSENT);
  });

  test('lets the last of several quick changes win', async () => {
    const { keeper, sent, state } = setUp();
    const done = keeper.set(KEY, FOUND);
    void keeper.set(KEY, null);
    void keeper.set(KEY, ABSENT);
    expect(sent.map((one) => one.verdict)).toEqual([FOUND]);
    sent[0]?.answer({ kind: 'stored' });
    await new Promise(setImmediate);
    expect(sent.map((one) => one.verdict)).toEqual([FOUND, ABSENT]);
    expect(state()?.status).toBe('sending');
    sent[1]?.answer({ kind: 'stored' });
    await done;
    expect(state()).toEqual({ verdict: ABSENT, status: 'saved', message: null });
  });

  test('says why the server refused, and can go back to what is stored', async () => {
    const { keeper, sent, waiting, state } = setUp([[KEY, ABSENT]]);
    const done = keeper.set(KEY, FOUND);
    sent[0]?.answer({ kind: 'refused', message: 'The quote does not hold.' });
    await done;
    expect(state()).toEqual({ verdict: FOUND, status: 'refused', message: 'The quote does not hold.' });
    expect(waiting()).toEqual({});
    keeper.giveUp(KEY);
    expect(state()).toEqual({ verdict: ABSENT, status: 'saved', message: null });
  });

  test('takes up what an earlier visit left', () => {
    const { keeper, sent, state } = setUp([], { [KEY]: FOUND });
    keeper.resume();
    expect(state()?.verdict).toEqual(FOUND);
    expect(sent[0]).toMatchObject({ key: KEY, verdict: FOUND });
  });
});
