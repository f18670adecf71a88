import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attemptDetail } from '@/lib/core/api-types';
import { exportFile } from '@/lib/core/export-attempt';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (['fixture', 'other'].includes(slug) ? fixtureCase({ slug }) : null),
  listBrokenCases: () => [],
}));

describe.each(engines)('an attempt at one step on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
  });
  afterAll(() => one.close());

  const begin = (visitor: Visitor, more: object) =>
    visitor.post('/api/attempts', { caseSlug: 'fixture', mode: 'unaided', level: 'senior', ...more });

  it('has that slot and no other, everywhere', async () => {
    const visitor = new Visitor();
    const { status, body } = await begin(visitor, { onlyStep: 'data' });
    expect(status).toBe(201);
    expect(attemptDetail.parse(body)).toMatchObject({ onlyStep: 'data', totalSlots: 1, answeredSlots: 0 });
    expect(Object.keys(body.answers)).toEqual(['data']);
    const attempt = `/api/attempts/${body.id}`;

    await visitor.save(attempt, 'data', 0, { text: 'Clicks within a day.' });
    const refused = await visitor.put(`${attempt}/answers/model`, { baseRevision: 0, answer: { text: 'Two towers.' } });
    expect([refused.status, refused.body.issues[0].path]).toEqual([422, 'step']);
    expect((await visitor.get(`${attempt}/answers/model/history`)).status).toBe(404);
    const time = (step: string) => ({
      segments: [{ id: `segment-${step}`, step, startedAt: new Date().toISOString(), activeMs: 0 }],
    });
    expect((await visitor.put(`${attempt}/time`, time('model'))).status).toBe(422);
    expect((await visitor.put(`${attempt}/time`, time('data'))).status).toBe(200);

    await visitor.post(`${attempt}/submit`);
    const mark = { found: false, quote: null };
    expect((await visitor.put(`${attempt}/marks/data/data-one`, mark)).status).toBe(200);
    expect((await visitor.put(`${attempt}/marks/model/model-one`, mark)).status).toBe(404);
    const { attempts } = exportFile.parse((await visitor.get(`${attempt}/export?format=json`)).body);
    expect(attempts[0]).toMatchObject({ onlyStep: 'data', answers: [{ slot: 'data' }] });
    expect((await visitor.get(`${attempt}/export?format=md`)).text).not.toContain('Nothing written.');
    expect((await visitor.get('/api/attempts')).body.attempts[0]).toMatchObject({ onlyStep: 'data', answeredSlots: 1 });
  });

  it('has the hints of that step only', async () => {
    const visitor = new Visitor();
    const { body } = await begin(visitor, { mode: 'guided', onlyStep: 'data' });
    const hint = (step: string) => visitor.post(`/api/attempts/${body.id}/hints`, { step, number: 1 });
    expect((await hint('model')).status).toBe(422);
    expect((await hint('data')).status).toBe(200);
  });

  it.each([
    [{ mode: 'blank', onlyStep: 'data' }, 'onlyStep'],
    [{ onlyStep: 'page' }, 'onlyStep'],
    [{ onlyStep: null }, 'onlyStep'],
  ])('is not made of %j', async (more, path) => {
    const { status, body } = await begin(new Visitor(), more);
    expect([status, body.issues[0].path]).toEqual([422, path]);
  });

  it('follows an attempt of one’s own that is submitted and at the same case', async () => {
    const visitor = new Visitor();
    const other = new Visitor();
    const first = (await begin(visitor, {})).body.id;
    expect((await begin(visitor, { followsId: first })).body.code).toBe('not-submitted');
    await visitor.post(`/api/attempts/${first}/submit`);
    expect((await begin(other, { followsId: first })).status).toBe(404);
    expect((await begin(visitor, { followsId: crypto.randomUUID() })).status).toBe(404);
    expect((await begin(visitor, { followsId: '\0' })).status).toBe(404);
    expect((await begin(visitor, { followsId: first, caseSlug: 'other' })).body.issues[0].path).toBe('followsId');
    const next = await begin(visitor, { followsId: first, onlyStep: 'data' });
    expect([next.status, next.body.followsId]).toEqual([201, first]);
    await visitor.delete(`/api/attempts/${first}`);
    expect((await visitor.get(`/api/attempts/${next.body.id}`)).body.followsId).toBeNull();
  });
});
