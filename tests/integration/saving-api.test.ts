import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { saveAnswer } from '@/lib/commands/save-answer';
import { submitAttempt } from '@/lib/commands/submit-attempt';
import { savedAnswer } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import type { DatabaseTransaction } from '@/lib/db/client';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

const count = <Value>(values: readonly Value[], wanted: Value) => values.filter((value) => value === wanted).length;

/** Resolves when a statement on this PostgreSQL database waits for another one's lock. */
async function somebodyWaits(transaction: DatabaseTransaction): Promise<void> {
  for (;;) {
    const waiting = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (waiting.length > 0) return;
  }
}

describe.each(engines)('saving on %s', (engine) => {
  let one: TestDatabase;
  let visitor: Visitor;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    visitor = new Visitor();
  });
  afterAll(() => one.close());

  const put = (attempt: string, step: string, baseRevision: unknown, answer: unknown) =>
    visitor.put(`${attempt}/answers/${step}`, { baseRevision, answer });
  const history = async (attempt: string, step: string) =>
    (await visitor.get(`${attempt}/answers/${step}/history`)).body.history as { revision: number; answer: unknown }[];
  const ids = (attempt: string) => ({
    database: one.database,
    attemptId: attempt.split('/').at(-1) ?? '',
    userId: async () =>
      (await one.database.attempt.findFirstOrThrow({ where: { id: attempt.split('/').at(-1) ?? '' } })).userId,
  });

  it.each([
    ['guided', 'clarify', { fields: { business_goal: 'a', scale: [{ quantity: 'users', value: '1M' }] } }],
    [
      'guided',
      'serve',
      { fields: { mode: { chosen: ['online'], why: 'fresh' }, request_path_diagram: 'flowchart TD' } },
    ],
    ['guided', 'data', { fields: { label_delay: { value: '30', unit: 'min', derivation: '' } } }],
    ['unaided', 'model', { text: 'two towers', diagram: 'flowchart TD' }],
    ['blank', 'page', { text: 'rank videos', tags: [{ start: 0, end: 4, step: 'frame' }] }],
  ])('gives back what was saved in mode %s for %s', async (mode, step, answer) => {
    const attempt = await visitor.start(mode);
    const saved = await put(attempt, step, 0, answer);
    expect(saved.status).toBe(200);
    expect(savedAnswer.parse(saved.body).revision).toBe(1);
    const { body } = await visitor.get(attempt);
    expect(body.answers[step]).toEqual({ ...saved.body, answer });
    expect(await history(attempt, step)).toEqual([{ ...saved.body, answer }]);
  });

  it('counts revisions up and keeps every one', async () => {
    const attempt = await visitor.start('unaided');
    for (const [base, text] of ['a', 'b', 'c'].entries()) await visitor.save(attempt, 'frame', base, { text });
    expect((await history(attempt, 'frame')).map(({ revision, answer }) => [revision, answer])).toEqual([
      [3, { text: 'c' }],
      [2, { text: 'b' }],
      [1, { text: 'a' }],
    ]);
  });

  it('answers a save over an older revision with what is stored, and keeps both texts safe', async () => {
    const attempt = await visitor.start('unaided');
    await visitor.save(attempt, 'frame', 0, { text: 'first' });
    await visitor.save(attempt, 'frame', 1, { text: 'second' });
    for (const base of [0, 1, 7]) {
      const stale = await put(attempt, 'frame', base, { text: 'mine' });
      expect(stale.status).toBe(409);
      expect(stale.body).toMatchObject({ code: 'conflict', current: { revision: 2, answer: { text: 'second' } } });
    }
    expect(await history(attempt, 'frame')).toHaveLength(2);
  });

  it('answers a save over a revision of a slot that was never saved', async () => {
    const attempt = await visitor.start('guided');
    const stale = await put(attempt, 'frame', 3, { fields: { ml_objective: 'x' } });
    expect(stale.body).toMatchObject({
      code: 'conflict',
      current: { revision: 0, savedAt: null, answer: { fields: {} } },
    });
  });

  it('takes a save that is stored already for a lost reply, whatever its base and the order of its keys', async () => {
    const attempt = await visitor.start('guided');
    const table = (row: object) => ({ fields: { scale: [row] } });
    const first = await put(attempt, 'clarify', 0, table({ quantity: 'users', value: '1M' }));
    for (const [base, row] of [
      [0, { quantity: 'users', value: '1M' }],
      [1, { quantity: 'users', value: '1M' }],
      [0, { value: '1M', quantity: 'users' }],
      [9, { value: '1M', quantity: 'users' }],
    ] as const) {
      expect(await put(attempt, 'clarify', base, table(row))).toMatchObject({ status: 200, body: first.body });
    }
    expect(await history(attempt, 'clarify')).toHaveLength(1);
  });

  it('takes exactly one of 32 saves on the same revision, every time', async () => {
    const attempt = await visitor.start('unaided');
    const taken: string[] = [];
    for (let base = 0; base < 5; base += 1) {
      const replies = await Promise.all(
        Array.from({ length: 32 }, async (_, i) => ({
          text: `${base}/${i}`,
          reply: await put(attempt, 'data', base, { text: `${base}/${i}` }),
        })),
      );
      const statuses = replies.map(({ reply }) => reply.status);
      expect([count(statuses, 200), count(statuses, 409)]).toEqual([1, 31]);
      const winner = replies.find(({ reply }) => reply.status === 200);
      taken.push(winner?.text ?? '');
      for (const { reply } of replies.filter(({ reply }) => reply.status === 409)) {
        expect(reply.body.current).toMatchObject({ revision: base + 1, answer: { text: winner?.text } });
      }
    }
    expect((await history(attempt, 'data')).map(({ revision, answer }) => [revision, answer])).toEqual(
      taken.map((text, i) => [i + 1, { text }]).reverse(),
    );
  });

  it('takes exactly one of the saves that two instances get on the same revision', async () => {
    const attempt = await visitor.start('unaided');
    const { attemptId, userId } = ids(attempt);
    const actors = [one.openAnother(), one.openAnother()].map((database) => ({ database, now: new Date() }));
    const owner = await userId();
    for (let baseRevision = 0; baseRevision < 5; baseRevision += 1) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 16 }, (_, i) =>
          saveAnswer(
            { ...(actors[i % 2] ?? { database: one.database, now: new Date() }), userId: owner },
            { attemptId, slot: 'data', baseRevision, answer: { text: `${baseRevision}/${i}` } },
          ),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
      }
    }
    expect(await history(attempt, 'data')).toHaveLength(5);
  });

  it('leaves nothing half done when saves and a submission meet', async () => {
    for (let round = 0; round < 10; round += 1) {
      const attempt = await visitor.start('unaided');
      const { attemptId, userId, database } = ids(attempt);
      const actor = { database, userId: await userId(), now: new Date() };
      const other = { ...actor, database: one.openAnother() };
      const save = (slot: 'clarify' | 'frame' | 'data' | 'model') =>
        saveAnswer(slot === 'data' ? other : actor, { attemptId, slot, baseRevision: 0, answer: { text: slot } }).then(
          () => slot,
          (error: unknown) => {
            expect(error).toBeInstanceOf(AppError);
            expect((error as AppError).code).toBe('frozen');
            return null;
          },
        );
      const [a, b, submitted, c, d] = await Promise.all([
        save('clarify'),
        save('data'),
        submitAttempt(other, attemptId),
        save('frame'),
        save('model'),
      ]);
      expect(submitted.submittedAt).toBeTruthy();
      const { answers } = (await visitor.get(attempt)).body;
      const stored = Object.keys(answers).filter((slot) => answers[slot].revision > 0);
      expect(stored).toEqual(
        ['clarify', 'frame', 'data', 'model'].filter((slot) => [a, b, c, d].includes(slot as never)),
      );
      const { status } = await put(attempt, 'serve', 0, { text: 'late' });
      expect(status).toBe(409);
    }
  });

  it('takes no save that began before a submission and would end after it', async () => {
    const attempt = await visitor.start('unaided');
    const { attemptId, userId, database } = ids(attempt);
    const owner = await userId();
    let save: Promise<unknown> = Promise.resolve();
    await one.openAnother().$transaction(async (submission) => {
      await submission.attempt.update({ where: { id: attemptId }, data: { submittedAt: new Date() } });
      save = saveAnswer(
        { database, userId: owner, now: new Date() },
        { attemptId, slot: 'data', baseRevision: 0, answer: { text: 'late' } },
      ).catch((error: unknown) => error);
      if (engine === 'postgresql') await Promise.race([save, somebodyWaits(submission)]);
    });
    expect(await save).toMatchObject({ code: 'frozen' });
    expect(await history(attempt, 'data')).toEqual([]);
  });

  it.each([
    ['the page, on steps', 'guided', 'page', { text: '', tags: [] }, 422],
    ['a step, on a page', 'blank', 'data', { text: '' }, 422],
    ['a step that is not one', 'guided', 'summary', { fields: {} }, 404],
    ['a step that is a path', 'guided', '..%2F..', { fields: {} }, 404],
    ['a step with a NUL', 'guided', 'data%00', { fields: {} }, 404],
    ['a form in place of a text', 'unaided', 'data', { fields: {} }, 422],
    ['a text in place of a form', 'guided', 'data', { text: 'x' }, 422],
    ['a field that is not there', 'guided', 'data', { fields: { nope: 'x' } }, 422],
    ['a column that is not there', 'guided', 'data', { fields: { sources: [{ nope: 'x' }] } }, 422],
    ['a choice that is not there', 'guided', 'serve', { fields: { mode: { chosen: ['magic'], why: '' } } }, 422],
    ['a number for a text', 'unaided', 'data', { text: 7 }, 422],
    ['a tag outside of the text', 'blank', 'page', { text: 'ab', tags: [{ start: 0, end: 3, step: 'data' }] }, 422],
    ['null', 'unaided', 'data', null, 422],
    ['a prototype', 'guided', 'data', JSON.parse('{"fields": {}, "__proto__": {"x": 1}}'), 422],
  ])('refuses %s', async (_, mode, step, answer, status) => {
    const attempt = await visitor.start(mode);
    const reply = await put(attempt, step, 0, answer);
    expect(reply.status).toBe(status);
    if (status === 422) expect(reply.body.issues.length).toBeGreaterThan(0);
    const saves = await one.database.answerSave.count({ where: { attemptId: ids(attempt).attemptId } });
    expect(saves).toBe(0);
  });

  it.each([
    ['-1', -1],
    ['half', 0.5],
    ['a word', '0'],
    ['nothing', undefined],
    ['huge', 1e300],
  ])('refuses the base revision %s', async (_, baseRevision) => {
    expect((await put(await visitor.start('unaided'), 'data', baseRevision, { text: 'x' })).status).toBe(422);
  });

  it('names what is wrong by its path', async () => {
    const reply = await put(await visitor.start('guided'), 'data', 0, { fields: { sources: [{ nope: 'x' }] } });
    expect(reply.body.issues[0]).toMatchObject({
      path: 'answer.fields.sources',
      message: expect.stringContaining('name'),
    });
  });

  it.each([
    ['100 kB', 'x'.repeat(100_000)],
    ['emoji and marks', '👩‍👩‍👧‍👦 é é 漢字 \u202E'],
    ['right to left', 'דירוג סרטונים · ترتيب'],
    ['half an emoji', 'cut \uD83D off, and \uDE00'],
    ['NUL and other controls', 'a\0b\u0001\u001A\u001As\u007F'],
    ['what looks like SQL, JSON and HTML', `'; DROP TABLE "Attempt"; -- {"a": 1} <script>`],
    ['line ends of all kinds', 'a\r\nb\rc\u2028d'],
    ['a noncharacter', '\uFFFE\uFFFF'],
  ])('gives back %s exactly as typed', async (_, text) => {
    const attempt = await visitor.start('unaided');
    expect((await put(attempt, 'clarify', 0, { text, diagram: text })).status).toBe(200);
    expect((await visitor.get(attempt)).body.answers.clarify.answer).toEqual({ text, diagram: text });
    expect((await history(attempt, 'clarify'))[0]?.answer).toEqual({ text, diagram: text });
    // Equal to what is stored, also after the way through the database.
    expect((await put(attempt, 'clarify', 1, { diagram: text, text })).body.revision).toBe(1);
    expect((await visitor.get(`${attempt}/export?format=md`)).status).toBe(200);
    expect((await visitor.get(`${attempt}/export`)).body.attempts[0].answers[0].answer.text).toBe(text);
  });

  it('quotes half an emoji as well', async () => {
    const attempt = await visitor.start('unaided');
    await visitor.save(attempt, 'clarify', 0, { text: 'a \uD83D b' });
    await visitor.post(`${attempt}/submit`);
    const quote = { slot: 'clarify', path: 'text', start: 0, end: 3, text: 'a \uD83D' };
    await visitor.put(`${attempt}/marks/clarify/clarify-one`, { found: true, quote });
    expect((await visitor.get(attempt)).body.marks[0].quote).toEqual(quote);
  });

  it('refuses more than 256 kB and says so', async () => {
    const attempt = await visitor.start('guided');
    const reply = await put(attempt, 'clarify', 0, {
      fields: { business_goal: 'x'.repeat(150_000), surfaces: 'y'.repeat(150_000) },
    });
    expect([reply.status, reply.body.code]).toEqual([413, 'too-large']);
    // The same without a Content-Length, as a stream.
    const bytes = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += bytes.length;
        controller.enqueue(bytes);
      },
    });
    const streamed = await visitor.send('PUT', `${attempt}/answers/clarify`, {
      headers: { 'content-type': 'application/json' },
      body: endless,
    });
    expect(streamed.status).toBe(413);
    expect(sent).toBeLessThan(1_000_000);
  });
});
