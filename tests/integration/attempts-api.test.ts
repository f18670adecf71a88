import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerHistory, attemptDetail, attemptList, problem, takenHints } from '@/lib/core/api-types';
import type { CaseStudy } from '@/lib/core/case-study';
import { exportFile } from '@/lib/core/export-attempt';
import { STEP_IDS } from '@/lib/core/steps';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

const shelf = new Map<string, CaseStudy>();
vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => shelf.get(slug) ?? null,
  listBrokenCases: () => [{ slug: 'broken', findings: [] }],
}));
beforeEach(() => {
  shelf.clear();
  shelf.set('fixture', fixtureCase());
});

describe.each(engines)('the API of attempts on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
  });
  afterAll(() => one.close());

  it('starts an attempt for somebody new, as a guest who is recognised afterwards', async () => {
    const visitor = new Visitor();
    const started = await visitor.post('/api/attempts', { caseSlug: 'fixture', mode: 'guided', level: 'mid' });
    expect(started.status).toBe(201);
    expect(started.headers.getSetCookie()).toHaveLength(1);
    expect(attemptDetail.parse(started.body)).toMatchObject({
      caseTitle: 'A fixture',
      caseState: 'same',
      mode: 'guided',
      level: 'mid',
      submittedAt: null,
      answeredSlots: 0,
      totalSlots: 7,
    });
    expect(Object.keys(started.body.answers)).toEqual([...STEP_IDS]);
    expect(started.body.answers.data).toEqual({ revision: 0, savedAt: null, answer: { fields: {} } });
    expect(started.headers.get('location')).toBe(`/api/attempts/${started.body.id}`);
    const read = await visitor.get(`/api/attempts/${started.body.id}`);
    expect(read.status).toBe(200);
    expect(read.body).toEqual(started.body);
    expect(read.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['an unknown case', { caseSlug: 'nowhere', mode: 'guided', level: 'mid' }, 404, 'not-found'],
    ['a broken case', { caseSlug: 'broken', mode: 'guided', level: 'mid' }, 409, 'case-broken'],
    ['a mode that cannot be started', { caseSlug: 'fixture', mode: 'interview', level: 'mid' }, 422, 'invalid'],
    ['a level that the case is not for', { caseSlug: 'fixture', mode: 'guided', level: 'staff' }, 422, 'invalid'],
    ['a field too many', { caseSlug: 'fixture', mode: 'guided', level: 'mid', userId: 'x' }, 422, 'invalid'],
    ['nothing', {}, 422, 'invalid'],
    ['a list', [], 422, 'invalid'],
    ['a slug that is a path', { caseSlug: '../../etc/passwd', mode: 'guided', level: 'mid' }, 404, 'not-found'],
  ])('does not start %s', async (_, body, status, code) => {
    const reply = await new Visitor().post('/api/attempts', body);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(problem.parse(reply.body)).toMatchObject({ status, code, type: `urn:warmstart:problem:${code}` });
  });

  it('makes no guest for a request that it refuses', async () => {
    const before = await one.database.user.count();
    await new Visitor().post('/api/attempts', { caseSlug: 'fixture' });
    expect(await one.database.user.count()).toBe(before);
  });

  it('lists what is mine, of one case or of all, the last worked on first', async () => {
    shelf.set('other', fixtureCase({ slug: 'other', title: 'Other' }));
    expect((await new Visitor().get('/api/attempts')).body).toEqual({ attempts: [] });
    const visitor = new Visitor();
    const first = await visitor.start('guided');
    const second = await visitor.start('blank', 'other');
    await visitor.save(first, 'clarify', 0, { fields: { business_goal: 'watch time' } });
    await visitor.save(first, 'frame', 0, { fields: { ml_objective: ' ' } });
    await visitor.save(first, 'data', 0, { fields: { split: 'by time' } });
    await visitor.save(first, 'data', 1, { fields: {} });
    await visitor.put(`${first}/time`, {
      segments: [{ id: 'segment-1', step: 'clarify', startedAt: '2020-01-01T00:00:00.000Z', activeMs: 0 }],
    });
    const { attempts } = attemptList.parse((await visitor.get('/api/attempts')).body);
    expect(attempts.map(({ caseSlug, answeredSlots, totalSlots }) => [caseSlug, answeredSlots, totalSlots])).toEqual(
      expect.arrayContaining([
        ['fixture', 1, 7],
        ['other', 0, 1],
      ]),
    );
    expect(attempts[0]?.caseSlug).toBe('fixture');
    const saved = (await visitor.get(first)).body;
    expect(attempts[0]?.updatedAt).toBe(saved.answers.data.savedAt);
    expect(saved.updatedAt).toBe(saved.answers.data.savedAt);
    const { attempts: others } = (await visitor.get('/api/attempts?case=other')).body;
    expect(others.map((attempt: { id: string }) => `/api/attempts/${attempt.id}`)).toEqual([second]);
    expect((await visitor.get('/api/attempts?case=nowhere')).body).toEqual({ attempts: [] });
  });

  it('says when the text of the case has changed, or is gone', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    shelf.set('fixture', fixtureCase({ hash: 'b'.repeat(64) }));
    expect((await visitor.get(attempt)).body).toMatchObject({ caseState: 'changed', caseHash: 'a'.repeat(64) });
    shelf.clear();
    expect((await visitor.get(attempt)).body).toMatchObject({ caseState: 'missing', caseTitle: null });
    expect((await visitor.get('/api/attempts')).body.attempts[0]).toMatchObject({ caseState: 'missing' });
  });

  it('submits once, and freezes the answers but not what was saved', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    const answer = { fields: { business_goal: 'watch time' } };
    await visitor.save(attempt, 'clarify', 0, answer);
    const submitted = await visitor.post(`${attempt}/submit`);
    expect(submitted.status).toBe(200);
    expect((await visitor.post(`${attempt}/submit`)).body).toEqual(submitted.body);
    const late = await visitor.put(`${attempt}/answers/clarify`, { baseRevision: 1, answer: { fields: {} } });
    expect([late.status, late.body.code]).toEqual([409, 'frozen']);
    // A reply that got lost before the submission: sent again, it is still found stored.
    const again = await visitor.put(`${attempt}/answers/clarify`, { baseRevision: 0, answer });
    expect([again.status, again.body.revision]).toEqual([200, 1]);
    expect((await visitor.get(attempt)).body.answers.clarify.answer).toEqual(answer);
  });

  it('gives hints one at a time, and the same one as often as asked', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    const hint = (step: string, number: number) => visitor.post(`${attempt}/hints`, { step, number });
    expect((await hint('data', 2)).body).toMatchObject({ code: 'invalid', issues: [{ path: 'number' }] });
    const first = await hint('data', 1);
    expect(takenHints.parse(first.body)).toMatchObject({
      hints: [{ step: 'data', number: 1 }],
      hint: { step: 'data', number: 1, html: '<p>The first hint of data</p>' },
    });
    expect((await hint('data', 1)).body).toEqual(first.body);
    await hint('clarify', 1);
    expect(
      (await hint('data', 2)).body.hints.map((one: { step: string; number: number }) => [one.step, one.number]),
    ).toEqual([
      ['clarify', 1],
      ['data', 1],
      ['data', 2],
    ]);
    expect((await hint('data', 4)).status).toBe(422);
    await visitor.post(`${attempt}/submit`);
    expect((await hint('data', 3)).body.code).toBe('frozen');
    expect((await hint('data', 2)).status).toBe(200);
    expect((await visitor.get(attempt)).body.hints).toHaveLength(3);
  });

  it('gives a hint once when two tabs ask at the same time', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => visitor.post(`${attempt}/hints`, { step: 'data', number: 1 })),
    );
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200]);
    expect((await visitor.get(attempt)).body.hints).toHaveLength(1);
  });

  it.each(['unaided', 'blank'])('has no hints in the mode %s', async (mode) => {
    const visitor = new Visitor();
    expect((await visitor.post(`${await visitor.start(mode)}/hints`, { step: 'data', number: 1 })).status).toBe(422);
  });

  it('has no hints when the case is gone', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    shelf.clear();
    expect((await visitor.post(`${attempt}/hints`, { step: 'data', number: 1 })).body.code).toBe('case-broken');
  });

  it('keeps the time worked within what the clock allows, and never lets it shrink', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    const now = Date.now();
    const report = (activeMs: number, more = {}) =>
      visitor.put(`${attempt}/time`, {
        segments: [{ id: 'segment-1', step: 'clarify', startedAt: new Date(now).toISOString(), activeMs, ...more }],
      });
    expect(await report(5)).toMatchObject({ status: 200, body: {} });
    const stored = async () => (await visitor.get(attempt)).body.segments[0];
    const first = await stored();
    expect(first.activeMs).toBeLessThanOrEqual(5);
    await report(24 * 3600 * 1000);
    const grown = await stored();
    expect(grown.activeMs).toBeLessThan(60_000);
    await report(0, { startedAt: '2030-01-01T00:00:00.000Z', step: 'frame' });
    expect(await stored()).toEqual(grown);
    expect((await visitor.get(attempt)).body.activeMs).toBe(grown.activeMs);
  });

  it('does not count work after submission, and does not complain about it', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    await visitor.post(`${attempt}/submit`);
    const segments = [{ id: 'late-segment', step: 'data', startedAt: '2090-01-01T00:00:00.000Z', activeMs: 1000 }];
    expect((await visitor.put(`${attempt}/time`, { segments })).status).toBe(200);
    expect((await visitor.get(attempt)).body.segments).toEqual([]);
  });

  it.each([
    ['a step of another mode', { id: 'segment-1', step: 'page', startedAt: '2026-01-01T00:00:00.000Z', activeMs: 1 }],
    ['a negative time', { id: 'segment-1', step: 'data', startedAt: '2026-01-01T00:00:00.000Z', activeMs: -1 }],
    ['no time', { id: 'segment-1', step: 'data', startedAt: 'yesterday', activeMs: 1 }],
    ['a hostile id', { id: "'; DROP TABLE x; --", step: 'data', startedAt: '2026-01-01T00:00:00.000Z', activeMs: 1 }],
  ])('refuses time with %s', async (_, segment) => {
    const visitor = new Visitor();
    expect((await visitor.put(`${await visitor.start()}/time`, { segments: [segment] })).status).toBe(422);
  });

  it('marks expectations after submission, with words that stand in the answer', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    await visitor.save(attempt, 'clarify', 0, { fields: { business_goal: 'more watch time' } });
    const quote = { slot: 'clarify', path: 'business_goal', start: 5, end: 15, text: 'watch time' };
    const address = `${attempt}/marks/clarify/clarify-one`;
    expect((await visitor.put(address, { found: true, quote })).body.code).toBe('not-submitted');
    expect((await visitor.delete(address)).body.code).toBe('not-submitted');
    await visitor.post(`${attempt}/submit`);
    const marked = await visitor.put(address, { found: true, quote });
    expect(marked).toMatchObject({ status: 200, body: { mark: { step: 'clarify', found: true, quote } } });
    expect((await visitor.get(attempt)).body.marks).toEqual([marked.body.mark]);
    // Evidence may stand under another step than the expectation.
    expect((await visitor.put(`${attempt}/marks/data/data-one`, { found: true, quote })).status).toBe(200);
    const changed = await visitor.put(address, { found: false, quote: null });
    expect((await visitor.get(attempt)).body.marks[0]).toEqual(changed.body.mark);
    expect((await visitor.delete(address)).status).toBe(200);
    expect((await visitor.delete(address)).status).toBe(200);
    expect((await visitor.get(attempt)).body.marks).toHaveLength(1);
  });

  it.each([
    ['words that are not there', 'clarify-one', { found: true, quote: { text: 'clicks' } }, 422],
    ['words at another place', 'clarify-one', { found: true, quote: { start: 0, end: 10 } }, 422],
    ['words of an answer that was not written', 'clarify-one', { found: true, quote: { slot: 'frame' } }, 422],
    ['words of another field', 'clarify-one', { found: true, quote: { path: 'surfaces' } }, 422],
    ['found without words', 'clarify-one', { found: true, quote: null }, 422],
    ['not found, with words', 'clarify-one', { found: false, quote: {} }, 422],
    ['an expectation that is not there', 'data-one', { found: false, quote: null }, 404],
    ['no id at all', '%00', { found: false, quote: null }, 404],
  ])('refuses a mark with %s', async (_, id, mark, status) => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    await visitor.save(attempt, 'clarify', 0, { fields: { business_goal: 'more watch time' } });
    await visitor.post(`${attempt}/submit`);
    const whole = { slot: 'clarify', path: 'business_goal', start: 5, end: 15, text: 'watch time' };
    const body = { ...mark, quote: mark.quote && { ...whole, ...mark.quote } };
    expect((await visitor.put(`${attempt}/marks/clarify/${id}`, body)).status).toBe(status);
    expect((await visitor.get(attempt)).body.marks).toEqual([]);
  });

  it('exports an attempt whole, as JSON and as Markdown', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start();
    await visitor.save(attempt, 'clarify', 0, { fields: { business_goal: 'clicks' } });
    await visitor.save(attempt, 'clarify', 1, { fields: { business_goal: 'watch # time' } });
    await visitor.post(`${attempt}/hints`, { step: 'clarify', number: 1 });
    await visitor.post(`${attempt}/submit`);
    await visitor.put(`${attempt}/marks/clarify/clarify-one`, { found: false, quote: null });
    const json = await visitor.get(`${attempt}/export?format=json`);
    expect(exportFile.parse(json.body)).toMatchObject({
      warmstart: 1,
      attempts: [
        {
          caseSlug: 'fixture',
          answers: [{ slot: 'clarify', revision: 2, saves: 2, answer: { fields: { business_goal: 'watch # time' } } }],
          hints: [{ step: 'clarify', number: 1 }],
          marks: [{ expectationId: 'clarify-one', statement: 'The answer says one of clarify.', found: false }],
        },
      ],
    });
    const markdown = await visitor.get(`${attempt}/export?format=md`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.headers.get('content-disposition')).toMatch(
      /^attachment; filename="warmstart-attempt-\d{4}-\d\d-\d\d\.md"$/,
    );
    expect(markdown.text).toContain('watch # time');
    expect((await visitor.get(`${attempt}/export?format=pdf`)).status).toBe(422);
  });

  it('exports everything that is mine, and nothing for nobody', async () => {
    const visitor = new Visitor();
    await visitor.start();
    await visitor.start('blank');
    const { body } = await visitor.get('/api/attempts/export?format=json');
    expect(exportFile.parse(body).attempts.map((attempt) => attempt.mode)).toEqual(['guided', 'blank']);
    expect((await new Visitor().get('/api/attempts/export')).body.attempts).toEqual([]);
    expect((await new Visitor().get('/api/attempts/export?format=md')).text).toBe('No attempts.\n');
  });

  it('pages through a long history, newest first', async () => {
    const visitor = new Visitor();
    const attempt = await visitor.start('unaided');
    for (let i = 0; i < 60; i += 1) await visitor.save(attempt, 'clarify', i, { text: `draft ${i + 1}` });
    const first = answerHistory.parse((await visitor.get(`${attempt}/answers/clarify/history`)).body);
    expect(first.history.map((item) => item.revision)).toEqual(Array.from({ length: 50 }, (_, i) => 60 - i));
    const second = await visitor.get(`${attempt}/answers/clarify/history?before=${first.nextBefore}`);
    expect(second.body.history.map((item: { answer: unknown }) => item.answer)).toEqual(
      Array.from({ length: 10 }, (_, i) => ({ text: `draft ${10 - i}` })),
    );
    expect(second.body.nextBefore).toBeNull();
    expect((await visitor.get(`${attempt}/answers/frame/history`)).body).toEqual({ history: [], nextBefore: null });
    expect((await visitor.get(`${attempt}/answers/clarify/history?before=-1`)).status).toBe(422);
    expect((await visitor.get(`${attempt}/answers/page/history`)).status).toBe(404);
  });

  it('deletes an attempt with everything in it', async () => {
    const visitor = new Visitor();
    const kept = await visitor.start();
    const attempt = await visitor.start();
    await visitor.save(attempt, 'clarify', 0, { fields: { business_goal: 'x' } });
    expect((await visitor.delete(attempt)).status).toBe(204);
    expect((await visitor.get(attempt)).status).toBe(404);
    expect((await visitor.delete(attempt)).status).toBe(404);
    expect((await visitor.get(kept)).status).toBe(200);
    expect(await one.database.answerSave.count({ where: { attemptId: attempt.split('/').at(-1) ?? '' } })).toBe(0);
  });
});

describe.each(engines)('deleting everything on %s', (engine) => {
  it('leaves no row, and nobody signed in', async () => {
    const one = await freshDatabase(engine);
    serveFrom(one);
    const visitor = new Visitor();
    const attempt = await visitor.start();
    await visitor.save(attempt, 'clarify', 0, { fields: { business_goal: 'x' } });
    await visitor.post(`${attempt}/hints`, { step: 'data', number: 1 });
    await visitor.put(`${attempt}/time`, {
      segments: [{ id: 'segment-1', step: 'data', startedAt: new Date().toISOString(), activeMs: 1 }],
    });
    await visitor.post(`${attempt}/submit`);
    await visitor.put(`${attempt}/marks/data/data-one`, { found: false, quote: null });
    const bystander = new Visitor();
    await bystander.get(await bystander.start());

    const { cookie } = visitor;
    const deleted = await visitor.delete('/api/me');
    expect(deleted.status).toBe(204);
    expect(visitor.cookie).toBe('');
    visitor.cookie = cookie;
    expect((await visitor.get(attempt)).status).toBe(404);
    expect((await visitor.delete('/api/me')).status).toBe(204);
    expect((await new Visitor().delete('/api/me')).status).toBe(204);

    const { database } = one;
    expect(await database.user.count()).toBe(1);
    expect(await database.attempt.count()).toBe(1);
    expect(await database.session.count()).toBe(1);
    expect(await database.account.count()).toBe(0);
    for (const rows of [database.answerSave, database.hintTaken, database.timeSegment, database.expectationMark]) {
      expect(await (rows as typeof database.hintTaken).count()).toBe(0);
    }
    const counters = await database.rateLimit.findMany({ where: { key: { contains: ':user:' } } });
    expect(new Set(counters.map((counter) => counter.key.split(':').at(-1))).size).toBe(1);
    await one.close();
  });
});
