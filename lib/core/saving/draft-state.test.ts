import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer';
import {
  type DraftEvent,
  type DraftState,
  hasUnsavedText,
  initialDraftState,
  nextRequest,
  reduceDraft,
  type SaveRequest,
  type Stored,
  saveStatus,
} from './draft-state';

const text = (words: string): Answer => ({ text: words });
const stored = (revision: number, words: string): Stored<Answer> => ({
  revision,
  body: text(words),
  savedAt: revision === 0 ? null : '2026-01-01T00:00:00.000Z',
});
const play = (start: DraftState<Answer>, ...events: DraftEvent<Answer>[]) =>
  events.reduce((state, event) => reduceDraft(state, event), start);
const sent = (baseRevision: number, words: string): DraftEvent<Answer> => ({
  type: 'sent',
  request: { baseRevision, body: text(words) },
});
const edited = (words: string): DraftEvent<Answer> => ({ type: 'edited', body: text(words) });

describe('reduceDraft', () => {
  it('goes from an edit over a save to saved', () => {
    let state = play(initialDraftState(stored(0, '')), edited('a'));
    expect(saveStatus(state)).toBe('saving');
    expect(nextRequest(state)).toEqual({ baseRevision: 0, body: text('a') });
    state = play(state, sent(0, 'a'), { type: 'accepted', revision: 1, savedAt: 'now' });
    expect(saveStatus(state)).toBe('saved');
    expect(nextRequest(state)).toBeNull();
  });

  it('keeps what was typed while a save was on its way, and sends it next', () => {
    const state = play(initialDraftState(stored(0, '')), edited('a'), sent(0, 'a'), edited('ab'), {
      type: 'accepted',
      revision: 1,
      savedAt: 'now',
    });
    expect(nextRequest(state)).toEqual({ baseRevision: 1, body: text('ab') });
  });

  it('says that the text is on this device only while the server cannot be reached', () => {
    const state = play(initialDraftState(stored(0, '')), edited('a'), sent(0, 'a'), { type: 'unreachable' });
    expect(saveStatus(state)).toBe('device-only');
    expect(nextRequest(state)).toEqual({ baseRevision: 0, body: text('a') });
  });

  it('asks when somebody else saved in between, and sends nothing until the person has chosen', () => {
    const state = play(initialDraftState(stored(1, 'x')), edited('mine'), sent(1, 'mine'), {
      type: 'refused-as-stale',
      current: stored(2, 'theirs'),
    });
    expect(saveStatus(state)).toBe('needs-choice');
    expect(nextRequest(state)).toBeNull();
    expect(nextRequest(play(state, { type: 'chose', choice: 'mine' }))).toEqual({
      baseRevision: 2,
      body: text('mine'),
    });
  });

  it('puts the text decided against into the history before the other one stands again', () => {
    let state = play(
      initialDraftState(stored(1, 'x')),
      edited('mine'),
      sent(1, 'mine'),
      { type: 'refused-as-stale', current: stored(2, 'theirs') },
      { type: 'chose', choice: 'theirs' },
    );
    expect(state.draft).toEqual(text('theirs'));
    expect(nextRequest(state)).toEqual({ baseRevision: 2, body: text('mine') });
    state = play(state, sent(2, 'mine'), { type: 'accepted', revision: 3, savedAt: 'now' });
    expect(nextRequest(state)).toEqual({ baseRevision: 3, body: text('theirs') });
    state = play(state, sent(3, 'theirs'), { type: 'accepted', revision: 4, savedAt: 'now' });
    expect(saveStatus(state)).toBe('saved');
  });

  it('recognises its own save when only the reply was lost', () => {
    const state = play(
      initialDraftState(stored(0, '')),
      edited('a'),
      sent(0, 'a'),
      { type: 'unreachable' },
      edited('ab'),
      sent(0, 'ab'),
      { type: 'refused-as-stale', current: stored(1, 'a') },
    );
    expect(saveStatus(state)).toBe('saving');
    expect(nextRequest(state)).toEqual({ baseRevision: 1, body: text('ab') });
  });

  it('takes over what another tab saved when it has nothing of its own', () => {
    const state = play(initialDraftState(stored(1, 'x')), { type: 'observed', current: stored(3, 'newer') });
    expect(state.draft).toEqual(text('newer'));
    expect(saveStatus(state)).toBe('saved');
  });

  it.each([
    ['on the same base', 1, 'left behind', [], 'saving'],
    ['on an old base', 0, 'left behind', [], 'needs-choice'],
    ['on an old base whose save got through', 0, 'left behind and more', [text('stored')], 'saving'],
    ['already stored', 0, 'stored', [], 'saved'],
  ] as const)('recovers a draft that an earlier tab left %s', (_, baseRevision, words, unanswered, status) => {
    const state = play(initialDraftState(stored(1, 'stored')), {
      type: 'recovered',
      draft: { baseRevision, body: text(words), unanswered, setAside: null },
    });
    expect(state.draft).toEqual(text(words));
    expect(saveStatus(state)).toBe(status);
  });

  it('recovers a text decided against that had not reached the history, and sends it first', () => {
    const state = play(initialDraftState(stored(2, 'theirs')), {
      type: 'recovered',
      draft: { baseRevision: 2, body: text('theirs'), unanswered: [], setAside: text('mine') },
    });
    expect(nextRequest(state)).toEqual({ baseRevision: 2, body: text('mine') });
  });

  it('stops sending to a frozen attempt, and tries again after an edit when the text was only too long', () => {
    const start = play(initialDraftState(stored(0, '')), edited('a'), sent(0, 'a'));
    const frozen = play(start, { type: 'refused', problem: { kind: 'frozen', message: '' } }, edited('b'));
    expect(saveStatus(frozen)).toBe('refused');
    expect(nextRequest(frozen)).toBeNull();
    const long = play(start, { type: 'refused', problem: { kind: 'too-large', message: '' } });
    expect(nextRequest(long)).toBeNull();
    expect(nextRequest(play(long, edited('b')))).toEqual({ baseRevision: 0, body: text('b') });
  });
});

/** A server with optimistic concurrency, as the API documents it. */
class Server {
  history: Stored<Answer>[] = [stored(0, '')];
  get current(): Stored<Answer> {
    return this.history.at(-1) ?? stored(0, '');
  }
  save(request: SaveRequest<Answer>): DraftEvent<Answer> {
    if (request.baseRevision !== this.current.revision) return { type: 'refused-as-stale', current: this.current };
    const revision = this.current.revision + 1;
    this.history.push({ revision, body: request.body, savedAt: 'now' });
    return { type: 'accepted', revision, savedAt: 'now' };
  }
}

describe('the promise that nothing is lost', () => {
  const action = fc.oneof(
    fc.record({ do: fc.constant('edit' as const), words: fc.string({ minLength: 1, maxLength: 4 }) }),
    fc.record({ do: fc.constantFrom('send', 'send-lost', 'send-reply-lost', 'other-saves', 'observe') }),
    fc.record({ do: fc.constant('choose' as const), choice: fc.constantFrom('mine' as const, 'theirs' as const) }),
  );

  it('keeps the last words typed before every send on the screen or in the server’s history', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const server = new Server();
        let state = initialDraftState(server.current);
        const apply = (event: DraftEvent<Answer>) => {
          state = reduceDraft(state, event);
        };
        let others = 0;
        for (const one of actions) {
          const before = state.draft;
          const own = hasUnsavedText(state);
          if (one.do === 'edit' && 'words' in one) apply({ type: 'edited', body: text(one.words) });
          else if (one.do === 'choose' && 'choice' in one) apply({ type: 'chose', choice: one.choice });
          else if (one.do === 'observe') apply({ type: 'observed', current: server.current });
          else if (one.do === 'other-saves') {
            others += 1;
            server.save({ baseRevision: server.current.revision, body: text(`other ${others}`) });
          } else {
            const request = nextRequest(state);
            if (!request) continue;
            apply({ type: 'sent', request });
            if (one.do === 'send') apply(server.save(request));
            else {
              if (one.do === 'send-reply-lost') server.save(request);
              apply({ type: 'unreachable' });
            }
          }
          if (one.do === 'edit' || !own) continue;
          const holders = [state.draft, state.setAside, ...server.history.map((save) => save.body)];
          expect(holders).toContainEqual(before);
        }
        // Left alone with a server that answers, it settles: everything is saved or a choice is waiting.
        for (let round = 0; round < 6; round += 1) {
          const request = nextRequest(state);
          if (!request) break;
          apply({ type: 'sent', request });
          apply(server.save(request));
        }
        expect(['saved', 'needs-choice']).toContain(saveStatus(state));
      }),
      { numRuns: 2000 },
    );
  });
});
