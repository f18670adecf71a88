import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoteKeeper, type NoteOutcome } from './note-keeper';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(waitingText: string | null = null) {
  const sent: string[] = [];
  let outcome: NoteOutcome = { problem: null, status: 200 };
  let waiting = waitingText;
  const keeper = new NoteKeeper(
    'as stored',
    async (text) => {
      sent.push(text);
      return outcome;
    },
    {
      read: () => waiting,
      write: (text) => {
        waiting = text;
      },
    },
  );
  return {
    keeper,
    sent,
    waiting: () => waiting,
    reply: (next: NoteOutcome) => {
      outcome = next;
    },
  };
}

describe('NoteKeeper', () => {
  it('sends after a pause, once for several strokes, and then waits for nothing', async () => {
    const { keeper, sent, waiting } = setUp();
    keeper.type('a');
    keeper.type('ab');
    expect([keeper.snapshot().status, waiting()]).toEqual(['saving', 'ab']);
    await vi.advanceTimersByTimeAsync(900);
    expect([sent, keeper.snapshot().status, waiting()]).toEqual([['ab'], 'saved', null]);
  });

  it('keeps the text on the device and tries again while the server cannot be reached', async () => {
    const { keeper, sent, reply, waiting } = setUp();
    reply({ problem: 'away', status: 0 });
    keeper.type('a');
    await vi.advanceTimersByTimeAsync(900);
    expect([keeper.snapshot().status, waiting()]).toEqual(['device-only', 'a']);
    reply({ problem: null, status: 200 });
    await vi.advanceTimersByTimeAsync(6000);
    expect([keeper.snapshot().status, sent]).toEqual(['saved', ['a', 'a']]);
  });

  it('sends what was typed while the text before it was on its way', async () => {
    const { keeper, sent } = setUp();
    keeper.type('a');
    const flushing = keeper.flush();
    keeper.type('ab');
    await flushing;
    await vi.advanceTimersByTimeAsync(900);
    expect(sent).toEqual(['a', 'ab']);
  });

  it('takes up what an earlier visit left', async () => {
    const { keeper, sent } = setUp('left behind');
    keeper.resume();
    expect(keeper.snapshot().text).toBe('left behind');
    await vi.advanceTimersByTimeAsync(900);
    expect(sent).toEqual(['left behind']);
  });

  it('says why a text was refused, keeps it and does not send it again by itself', async () => {
    const { keeper, sent, reply, waiting } = setUp();
    reply({ problem: 'Too long.', status: 413 });
    keeper.type('a');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([sent.length, keeper.snapshot(), waiting()]).toEqual([
      1,
      { text: 'a', status: 'refused', message: 'Too long.' },
      'a',
    ]);
  });
});
