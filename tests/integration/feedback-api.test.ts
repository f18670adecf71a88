import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportFile } from '@/lib/core/export-attempt';
import { attemptFeedback, foundInStep, suggestions } from '@/lib/core/feedback/feedback-api';
import { MATCHER_VERSION } from '@/lib/core/feedback/matcher';
import type { MatchingOutcome, MatchingTask } from '@/lib/matching/messages';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { give, type Person, person } from './review-people';

const world = vi.hoisted(() => ({
  hash: 'a'.repeat(64),
  encoder: 'an-encoder' as string | null,
  isBusy: false,
  whileMatching: async () => {},
  tasks: [] as { userId: string; task: MatchingTask }[],
}));

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase({ hash: world.hash }) : null),
  listBrokenCases: () => [],
}));

/** Stands for the matcher: "1!" is found, "1?" is unclear, for expectations `…-one`; "2!" and "2?" for `…-two`. "Pasted" was pasted. */
function lookFor({ expectations, passages }: MatchingTask): MatchingOutcome {
  const places = (sign: string) =>
    passages.flatMap(({ path, text, spans }) => {
      const start = text.indexOf(sign);
      const isInside = spans?.every((span) => start >= span.start && start < span.end) ?? true;
      return start < 0 || !isInside ? [] : [{ path, start, end: start + sign.length, text: sign }];
    });
  return {
    results: expectations.map(({ id }) => {
      const digit = id.endsWith('one') ? '1' : '2';
      const [found, unclear] = [places(`${digit}!`)[0], places(`${digit}?`)[0]];
      const state = found ? 'found' : unclear ? 'unclear' : 'not found';
      return { expectation: id, state, confidence: 0.5, quote: found ?? unclear ?? null };
    }),
    pasted: places('Pasted').map(({ text: _, ...span }) => ({ ...span, source: 'prompt' as const })),
    level: world.encoder === null ? 'keywords' : 'sentences',
    matcherVersion: MATCHER_VERSION,
    encoder: world.encoder,
  };
}

vi.mock('@/lib/matching/matching', async () => {
  const { MatchingBusyError } = await import('@/lib/matching/matching-service');
  return {
    matching: () => ({
      match: async (userId: string, task: MatchingTask) => {
        world.tasks.push({ userId, task });
        if (world.isBusy) throw new MatchingBusyError();
        await world.whileMatching();
        return lookFor(task);
      },
    }),
  };
});

const ANSWER = 'So: 1! And 2? Pasted 🦉.';

describe.each(engines)('findings on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
  });
  afterAll(() => one.close());
  beforeEach(() => {
    serveFrom(one);
    Object.assign(world, { hash: 'a'.repeat(64), encoder: 'an-encoder', isBusy: false, tasks: [] });
    world.whileMatching = async () => {};
  });

  async function submitted(visitor: Visitor, text = ANSWER): Promise<string> {
    const attempt = await visitor.start('unaided');
    await visitor.save(attempt, 'data', 0, { text });
    await visitor.post(`${attempt}/submit`);
    return attempt;
  }
  const look = (visitor: Visitor, attempt: string, step = 'data') => visitor.post(`${attempt}/feedback`, { step });
  const statesOf = (body: { feedback: unknown }) =>
    foundInStep.parse(body).feedback.results.map(({ expectationId, shown }) => [expectationId, shown.state, shown.by]);
  const rowsOf = (attempt: string) =>
    one.database.stepMatch.count({ where: { attemptId: attempt.split('/').at(-1) ?? '' } });

  it('gives the states with their quotes, and keeps them with what made them', async () => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    const before = (await visitor.get(attempt)).body;
    const { status, body } = await look(visitor, attempt);
    expect(status).toBe(200);
    const { feedback } = foundInStep.parse(body);
    expect(feedback).toMatchObject({
      step: 'data',
      level: 'sentences',
      encoder: 'an-encoder',
      isCurrent: true,
      notFound: 0,
      results: [
        {
          expectationId: 'data-one',
          state: 'found',
          quote: { slot: 'data', path: 'text', start: 4, end: 6, text: '1!' },
          statement: 'The answer says one of data.',
        },
        { expectationId: 'data-two', state: 'unclear', quote: { text: '2?' } },
      ],
      pasted: [{ source: 'prompt', quote: { text: 'Pasted' } }],
    });
    expect(body.feedback.results[0]).not.toHaveProperty('confidence');
    const row = await one.database.stepMatch.findFirstOrThrow({ where: { attemptId: before.id } });
    expect(row).toMatchObject({ caseHash: world.hash, matcherVersion: MATCHER_VERSION, encoder: 'an-encoder' });
    expect(row.answerHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await visitor.get(attempt)).body).toEqual(before);
  });

  it('looks through the same once, and again when case or encoder have changed', async () => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    const first = (await look(visitor, attempt)).body;
    expect((await look(visitor, attempt)).body).toEqual(first);
    expect([world.tasks.length, await rowsOf(attempt)]).toEqual([1, 1]);

    world.hash = 'b'.repeat(64);
    const stale = attemptFeedback.parse((await visitor.get(`${attempt}/feedback`)).body);
    expect(stale.steps.map(({ isCurrent }) => isCurrent)).toEqual([false]);
    expect((await look(visitor, attempt)).body.feedback.isCurrent).toBe(true);
    expect([world.tasks.length, await rowsOf(attempt)]).toEqual([2, 2]);
  });

  it('says when it was by keywords, lets that stand for a minute, and tries again for the encoder', async () => {
    world.encoder = null;
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    expect((await look(visitor, attempt)).body.feedback).toMatchObject({ level: 'keywords', encoder: null });
    await look(visitor, attempt);
    expect(world.tasks).toHaveLength(1);
    const aMinuteAgo = new Date(Date.now() - 61_000);
    await one.database.stepMatch.updateMany({ data: { createdAt: aMinuteAgo } });
    await look(visitor, attempt);
    expect([world.tasks.length, await rowsOf(attempt)]).toEqual([2, 1]);
    world.encoder = 'an-encoder';
    expect((await look(visitor, attempt)).body.feedback.level).toBe('sentences');
    expect(await rowsOf(attempt)).toBe(2);
  });

  it('reads a blank page at the places that are tagged with the step', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start('blank');
    const text = '1! for the model. Then 1! for the data.';
    const tags = [{ start: 18, end: text.length, step: 'data' }];
    await visitor.save(attempt, 'page', 0, { text, tags });
    await visitor.post(`${attempt}/submit`);
    await look(visitor, attempt);
    expect(world.tasks[0]?.task.passages).toEqual([
      { path: 'text', kind: 'text', text, spans: [{ start: 18, end: text.length }] },
    ]);
    await look(visitor, attempt, 'model');
    expect(world.tasks[1]?.task.passages).toEqual([]);
  });

  it('counts as shown the prompt, the worked answer and the hints that were taken', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    await visitor.post(`${attempt}/hints`, { step: 'data', number: 1 });
    await look(visitor, attempt);
    expect(world.tasks[0]?.task.shown).toEqual([
      { source: 'prompt', text: 'Design it.' },
      { source: 'hint', text: 'The first hint of data' },
    ]);
    // The same words may be the hint's from now on.
    await visitor.post(`${attempt}/hints`, { step: 'data', number: 2 });
    await look(visitor, attempt);
    expect(world.tasks).toHaveLength(2);
  });

  it('is there while practising in guided mode only, and then keeps to itself what was not found', async () => {
    const visitor = new Visitor();
    const unaided = await visitor.start('unaided');
    expect((await look(visitor, unaided)).body.code).toBe('not-submitted');
    const guided = await visitor.start('guided');
    await visitor.save(guided, 'data', 0, { fields: { split: '1!' } });
    const { body, text } = await look(visitor, guided);
    expect(statesOf(body)).toEqual([['data-one', 'found', 'matcher']]);
    expect(body.feedback.notFound).toBe(1);
    expect(text + (await visitor.get(`${guided}/feedback`)).text).not.toContain('two of data');
    expect((await visitor.post(`${guided}/feedback/reveal`, { step: 'data' })).body.code).toBe('not-submitted');
    // The answer goes on; what was found is of an older one.
    await visitor.save(guided, 'data', 1, { fields: { split: '1! and 2!' } });
    expect((await visitor.get(`${guided}/feedback`)).body.steps[0].isCurrent).toBe(false);
    expect(statesOf((await look(visitor, guided)).body)).toHaveLength(2);
  });

  it('is corrected by the candidate, who changes what is shown and not what is stored', async () => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    await look(visitor, attempt);
    const at = (id: string) => `${attempt}/feedback/data/${id}`;
    expect((await visitor.put(at('data-one'), { verdict: 'not-this' })).body.correction).toMatchObject({
      step: 'data',
      expectationId: 'data-one',
      verdict: 'not-this',
      quote: { text: '1!' },
    });
    const own = { slot: 'data', path: 'text', start: 0, end: 2, text: 'So' };
    expect((await visitor.put(at('data-two'), { verdict: 'this-is-it', quote: own })).status).toBe(200);
    const { body } = await look(visitor, attempt);
    expect(statesOf(body)).toEqual([
      ['data-one', 'not found', 'candidate'],
      ['data-two', 'found', 'candidate'],
    ]);
    expect(body.feedback.results.map(({ state }: { state: string }) => state)).toEqual(['found', 'unclear']);
    expect(await rowsOf(attempt)).toBe(1);

    const examples = await visitor.get(`${attempt}/feedback/corrections?format=md`);
    expect(examples.text).toBe(
      '# A fixture: sentences for examples\n\n## Data and features: `3-data.md`\n\n' +
        '- The answer says one of data. `data-one`\n  - does not count: 1!\n' +
        '- The answer says two of data. `data-two`\n  - counts: So\n',
    );
    expect(examples.headers.get('content-disposition')).toContain('.md"');
    expect((await visitor.get(`${attempt}/feedback/corrections`)).body.corrections).toHaveLength(2);
    expect((await visitor.get(`${attempt}/feedback/corrections?format=pdf`)).status).toBe(422);

    expect((await visitor.delete(at('data-one'))).status).toBe(200);
    expect((await visitor.delete(at('data-one'))).status).toBe(200);
    expect(statesOf((await look(visitor, attempt)).body)[0]).toEqual(['data-one', 'found', 'matcher']);
  });

  it.each([
    ['data-three', { verdict: 'not-this' }, 404, undefined],
    ['data-one', { verdict: 'perhaps' }, 422, 'verdict'],
    [
      'data-one',
      { verdict: 'not-this', quote: { slot: 'data', path: 'text', start: 0, end: 2, text: 'No' } },
      422,
      'quote',
    ],
    [
      'data-one',
      { verdict: 'not-this', quote: { slot: 'model', path: 'text', start: 0, end: 2, text: 'So' } },
      422,
      'quote',
    ],
  ])('takes no correction of %s by %j', async (id, correction, status, path) => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    await look(visitor, attempt);
    const reply = await visitor.put(`${attempt}/feedback/data/${id}`, correction);
    expect([reply.status, reply.body.issues?.[0].path]).toEqual([status, path]);
  });

  it('asks which words when the matcher gave none', async () => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor, 'Nothing of it.');
    const put = () => visitor.put(`${attempt}/feedback/data/data-one`, { verdict: 'this-is-it' });
    expect((await put()).body.issues[0].path).toBe('quote');
    await look(visitor, attempt);
    expect((await put()).body.issues[0].path).toBe('quote');
  });

  it('goes into the exports once it is revealed, with what was said against it', async () => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    await look(visitor, attempt);
    await visitor.put(`${attempt}/feedback/data/data-two`, { verdict: 'this-is-it' });
    const read = async () => exportFile.parse((await visitor.get(`${attempt}/export`)).body).attempts[0];
    expect((await read())?.findings).toEqual([]);
    const reveal = () => visitor.post(`${attempt}/feedback/reveal`, { step: 'data' });
    expect((await reveal()).status).toBe(200);
    const { revealed } = attemptFeedback.parse((await visitor.get(`${attempt}/feedback`)).body);
    await reveal();
    expect((await visitor.get(`${attempt}/feedback`)).body.revealed).toEqual(revealed);
    expect(await read()).toMatchObject({
      findings: [{ step: 'data', encoder: 'an-encoder' }],
      corrections: [{ expectationId: 'data-two', verdict: 'this-is-it' }],
    });
    const { text } = await visitor.get(`${attempt}/export?format=md`);
    expect(text).toContain('### What was found');
    expect(text).toContain('(found, by my word; the matcher said unclear)');
  });

  it('shows contradictions with both quotes', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start('unaided');
    const [split, time] = ['A random train/test split, 80/20.', 'We train on the clicks of the last 30 days.'];
    await visitor.save(attempt, 'data', 0, { text: split });
    await visitor.save(attempt, 'model', 0, { text: time });
    const { contradictions } = attemptFeedback.parse((await visitor.get(`${attempt}/feedback`)).body);
    expect(contradictions).toMatchObject([
      {
        rule: 'random-split-of-time',
        quotes: [
          { slot: 'data', text: split },
          { slot: 'model', text: time },
        ],
      },
    ]);
    expect(contradictions[0]?.why).toMatch(/\.$/);
  });

  it('is about the one step of a small attempt', async () => {
    const visitor = new Visitor();
    const { body } = await visitor.post('/api/attempts', {
      caseSlug: 'fixture',
      mode: 'guided',
      level: 'mid',
      onlyStep: 'data',
    });
    const attempt = `/api/attempts/${body.id}`;
    expect((await look(visitor, attempt, 'model')).status).toBe(404);
    expect((await look(visitor, attempt)).status).toBe(200);
    await visitor.post(`${attempt}/submit`);
    expect((await visitor.post(`${attempt}/feedback/reveal`, { step: 'model' })).status).toBe(404);
  });

  it('says when too many wait, and leaves nothing behind', async () => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    world.isBusy = true;
    const { status, body, headers } = await look(visitor, attempt);
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
    expect(await rowsOf(attempt)).toBe(0);
  });

  it('keeps one result of two that looked at once, and none of an attempt that was deleted meanwhile', async () => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    const both = await Promise.all([look(visitor, attempt), look(visitor, attempt)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await rowsOf(attempt)).toBe(1);
    const gone = await submitted(visitor);
    world.whileMatching = async () => {
      await visitor.delete(gone);
    };
    expect((await look(visitor, gone)).status).toBe(404);
    expect(await rowsOf(gone)).toBe(0);
  });

  it('is nobody else’s, and waits by its user', async () => {
    const visitor = new Visitor();
    const other = new Visitor();
    await other.start();
    const attempt = await submitted(visitor);
    await look(visitor, attempt);
    const { userId } = await one.database.attempt.findFirstOrThrow({ where: { id: attempt.split('/').at(-1) ?? '' } });
    expect(world.tasks.map((task) => task.userId)).toEqual([userId]);
    const missing = `/api/attempts/${crypto.randomUUID()}`;
    for (const call of [
      (at: string) => look(other, at),
      (at: string) => other.get(`${at}/feedback`),
      (at: string) => other.post(`${at}/feedback/reveal`, { step: 'data' }),
      (at: string) => other.put(`${at}/feedback/data/data-one`, { verdict: 'not-this' }),
      (at: string) => other.delete(`${at}/feedback/data/data-one`),
      (at: string) => other.get(`${at}/feedback/corrections?format=md`),
    ]) {
      const [theirs, none] = [await call(attempt), await call(missing)];
      expect(theirs.status).toBe(404);
      expect(theirs.body).toEqual(none.body);
    }
  });

  it('suggests words to whoever reviews it, without what its candidate said, and reveals nothing', async () => {
    const [ada, ben] = [await person(one, 'Ada'), await person(one, 'Ben')];
    const attempt = await submitted(ada.visitor);
    const suggest = ({ visitor }: Person) => visitor.post(`${attempt}/suggestions`, { step: 'data' });
    expect((await suggest(ben)).status).toBe(404);
    expect((await suggest(ada)).status).toBe(404);
    expect(world.tasks).toEqual([]);
    const { shareId } = await give(one, attempt, ada, ben);
    const { status, body } = await suggest(ben);
    expect(status).toBe(200);
    const [step, ...others] = suggestions.parse(body).suggestions;
    expect(others).toEqual([]);
    const given = step?.findings.map(({ expectationId, state, quote }) => [expectationId, state, quote.text]);
    expect(given).toEqual([
      ['data-one', 'found', '1!'],
      ['data-two', 'unclear', '2?'],
    ]);
    const { revealed } = attemptFeedback.parse((await ada.visitor.get(`${attempt}/feedback`)).body);
    expect(revealed).toEqual([]);

    await ada.visitor.put(`${attempt}/feedback/data/data-one`, { verdict: 'not-this' });
    expect((await suggest(ben)).body).toEqual(body);
    expect(world.tasks).toHaveLength(1);
    await ada.visitor.delete(`/api/shares/${shareId}`);
    expect((await suggest(ben)).status).toBe(404);
  });

  it('has a limit of its own: a run takes a processor', async () => {
    const visitor = new Visitor();
    const attempt = await submitted(visitor);
    const counters = () => one.database.rateLimit.count({ where: { key: { startsWith: 'feedback:user:' } } });
    const before = await counters();
    await look(visitor, attempt);
    expect(await counters()).toBe(before + 1);
  });
});
