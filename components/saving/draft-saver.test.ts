import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SaveRequest, type Stored, saveStatus } from '@/lib/core/saving/draft-state';
import { DraftSaver } from './draft-saver';
import type { SaveTransport, SendOutcome } from './save-transport';

/** Any JSON can be the body: a review is no answer. */
interface Note {
  readonly words: string;
}
type Slot = 'left' | 'right';

/** A server that takes a save on the newest revision, and a network that can be cut on either way. */
class Server implements SaveTransport<Slot, Note> {
  readonly history: Record<Slot, Stored<Note>[]> = { left: [], right: [] };
  network: 'up' | 'down' | 'reply-lost' = 'up';
  session: 'live' | 'ended' = 'live';
  sends = 0;

  current(slot: Slot): Stored<Note> {
    return this.history[slot].at(-1) ?? { revision: 0, body: { words: '' }, savedAt: null };
  }

  store(slot: Slot, words: string): void {
    const { revision } = this.current(slot);
    this.history[slot].push({ revision: revision + 1, body: { words }, savedAt: '2026-01-01T00:00:00.000Z' });
  }

  async send(slot: Slot, { baseRevision, body }: SaveRequest<Note>): Promise<SendOutcome<Note>> {
    this.sends += 1;
    if (this.network === 'down') return { event: { type: 'unreachable' } };
    if (this.session === 'ended') {
      return { event: { type: 'refused', problem: { kind: 'signed-out', message: 'The session has ended.' } } };
    }
    const current = this.current(slot);
    if (baseRevision !== current.revision) return { event: { type: 'refused-as-stale', current } };
    this.store(slot, body.words);
    if (this.network === 'reply-lost') return { event: { type: 'unreachable' } };
    return { event: { type: 'accepted', revision: current.revision + 1, savedAt: '2026-01-01T00:00:00.000Z' } };
  }

  async fetchAll(): Promise<ReadonlyMap<Slot, Stored<Note>> | null> {
    if (this.network === 'down') return null;
    return new Map([
      ['left', this.current('left')],
      ['right', this.current('right')],
    ]);
  }
}

function saverOn(server: Server): DraftSaver<Slot, Note> {
  return new DraftSaver<Slot, Note>(
    'owner',
    new Map([
      ['left', server.current('left')],
      ['right', server.current('right')],
    ]),
    server,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('DraftSaver', () => {
  it('sends after a pause, once for several edits, and each slot by itself', async () => {
    const server = new Server();
    const saver = saverOn(server);
    saver.edit('left', { words: 'a' });
    saver.edit('left', { words: 'ab' });
    expect(server.sends).toBe(0);
    await vi.advanceTimersByTimeAsync(600);
    expect(server.history.left.map(({ body }) => body.words)).toEqual(['ab']);
    expect(server.history.right).toEqual([]);
    expect(saveStatus(saver.stateOf('left'))).toBe('saved');
  });

  it('sends all the same when the writer never pauses', async () => {
    const server = new Server();
    const saver = saverOn(server);
    for (let second = 0; second < 10; second += 0.5) {
      saver.edit('left', { words: `${second}` });
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(server.history.left.length).toBeGreaterThanOrEqual(2);
  });

  it('tries again by itself while the network is away', async () => {
    const server = new Server();
    const saver = saverOn(server);
    server.network = 'down';
    saver.edit('left', { words: 'a' });
    await vi.advanceTimersByTimeAsync(700);
    expect(saveStatus(saver.stateOf('left'))).toBe('device-only');
    server.network = 'up';
    await vi.advanceTimersByTimeAsync(15_000);
    expect(server.current('left').body).toEqual({ words: 'a' });
    expect(saveStatus(saver.stateOf('left'))).toBe('saved');
  });

  it('keeps what came after the end of the session, says so, and sends it when somebody has signed in', async () => {
    const server = new Server();
    const saver = saverOn(server);
    server.session = 'ended';
    saver.edit('left', { words: 'a' });
    await vi.advanceTimersByTimeAsync(700);
    expect(saveStatus(saver.stateOf('left'))).toBe('refused');
    expect(saver.stateOf('left').problem?.kind).toBe('signed-out');
    saver.edit('left', { words: 'ab' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.sends).toBeLessThan(15);
    server.session = 'live';
    await vi.advanceTimersByTimeAsync(15_000);
    expect(server.current('left').body).toEqual({ words: 'ab' });
    expect(saveStatus(saver.stateOf('left'))).toBe('saved');
  });

  it('recognises a save whose reply was lost', async () => {
    const server = new Server();
    const saver = saverOn(server);
    server.network = 'reply-lost';
    saver.edit('left', { words: 'a' });
    await vi.advanceTimersByTimeAsync(700);
    server.network = 'up';
    saver.edit('left', { words: 'ab' });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(server.history.left.map(({ body }) => body.words)).toEqual(['a', 'ab']);
    expect(saveStatus(saver.stateOf('left'))).toBe('saved');
  });

  it('sends nothing over what somebody else saved until the person has chosen, and then loses neither', async () => {
    const server = new Server();
    const saver = saverOn(server);
    server.store('left', 'theirs');
    saver.edit('left', { words: 'mine' });
    expect(await saver.flush()).toBe(false);
    expect(saveStatus(saver.stateOf('left'))).toBe('needs-choice');
    expect(server.current('left').body).toEqual({ words: 'theirs' });
    saver.choose('left', 'theirs');
    expect(await saver.flush()).toBe(true);
    expect(server.history.left.map(({ body }) => body.words)).toEqual(['theirs', 'mine', 'theirs']);
  });

  it('flushes every slot at once, and says when one could not be sent', async () => {
    const server = new Server();
    const saver = saverOn(server);
    saver.edit('left', { words: 'a' });
    saver.edit('right', { words: 'b' });
    expect(await saver.flush()).toBe(true);
    expect([server.current('left').body.words, server.current('right').body.words]).toEqual(['a', 'b']);
    server.network = 'down';
    saver.edit('right', { words: 'c' });
    expect(await saver.flush()).toBe(false);
    expect(saver.hasUnsavedText).toBe(true);
  });

  it('takes over what another tab saved when it has nothing of its own', async () => {
    const server = new Server();
    const saver = saverOn(server);
    server.store('right', 'elsewhere');
    await saver.refresh();
    expect(saver.stateOf('right').draft).toEqual({ words: 'elsewhere' });
    expect(server.sends).toBe(0);
  });
});
