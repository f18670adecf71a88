import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GroupDetail, groupDetail, groupList, madeGroup } from '@/lib/core/review/group-api';
import { loadAssignedCases } from '@/lib/loaders/load-assigned-cases';
import { loadInvitePreview } from '@/lib/loaders/load-invite-preview';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { idOf, type Person, person, publish, submittedAttempt } from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (['fixture', 'other'].includes(slug) ? fixtureCase({ slug }) : null),
  listBrokenCases: () => [],
}));

describe.each(engines)('groups on %s', (engine) => {
  let one: TestDatabase;
  let owner: Person;
  let coach: Person;
  let member: Person;
  let stranger: Person;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    owner = await person(one, 'Olga');
    coach = await person(one, 'Ada');
    member = await person(one, 'Cleo');
    stranger = await person(one, 'Mallory');
  });
  afterAll(() => one.close());

  /** Olga's group with Ada as a coach and Cleo as a member. */
  async function makeGroup(name = 'Tuesdays') {
    const { status, body } = await owner.visitor.post('/api/groups', { name });
    expect(status).toBe(201);
    const group = madeGroup.parse(body);
    for (const { visitor } of [coach, member]) {
      expect((await visitor.post('/api/groups/join', { token: group.token })).body).toEqual({ groupId: group.id });
    }
    const address = `/api/groups/${group.id}`;
    expect((await owner.visitor.put(`${address}/members/${coach.userId}`, { role: 'coach' })).status).toBe(200);
    return { ...group, address };
  }
  const read = async ({ visitor }: Person, address: string): Promise<GroupDetail> =>
    groupDetail.parse((await visitor.get(address)).body);
  const assigned = { caseSlug: 'fixture', mode: 'unaided', level: 'senior' };
  const assign = async (address: string, more: object = {}) => {
    const reply = await coach.visitor.post(`${address}/assignments`, { ...assigned, ...more });
    expect(reply.status).toBe(201);
    return reply.body.id as string;
  };
  const queued = async ({ visitor }: Person, query = '') =>
    (await visitor.get(`/api/reviews${query}`)).body.items.map((item: { attemptId: string }) => item.attemptId);

  it('shows members its name and coaches, and coaches the rest', async () => {
    const { address, id, token } = await makeGroup('Tuesdays \u0000 يوم 👩‍👩‍👧');
    const seen = await read(member, address);
    expect(seen).toMatchObject({
      name: 'Tuesdays \u0000 يوم 👩‍👩‍👧',
      role: 'member',
      isOwner: false,
      memberCount: 3,
      led: null,
    });
    expect(seen.coaches.map(({ name }) => name).sort()).toEqual(['Ada', 'Olga']);
    expect(JSON.stringify(seen)).not.toContain(token);
    expect(JSON.stringify(seen)).not.toContain(member.userId);

    const led = await read(coach, address);
    expect(led.led?.inviteUrl).toBe(`http://localhost:3000/groups/join/${token}`);
    expect(led.led?.members.map(({ name, role, isOwner, isMe }) => [name, role, isOwner, isMe])).toEqual([
      ['Olga', 'coach', true, false],
      ['Ada', 'coach', false, true],
      ['Cleo', 'member', false, false],
    ]);
    expect((await stranger.visitor.get(address)).status).toBe(404);
    const list = groupList.parse((await member.visitor.get('/api/groups')).body);
    expect(list.groups).toContainEqual({ id, name: seen.name, role: 'member', memberCount: 3, isOwner: false });
    expect((await stranger.visitor.get('/api/groups')).body).toEqual({ groups: [] });
    expect((await new Visitor().get('/api/groups')).body).toEqual({ groups: [] });
  });

  it('is joined by its newest link only, once, and with an account', async () => {
    const { address, id, token } = await makeGroup();
    const look = (userId: string | null, which = token) => loadInvitePreview({ database: one.database, userId }, which);
    expect(await look(null)).toEqual({
      groupName: 'Tuesdays',
      coaches: expect.any(Array),
      memberCount: 3,
      groupId: null,
    });
    expect(await look(member.userId)).toMatchObject({ groupId: id });

    expect((await stranger.visitor.post(`${address}/invite`)).status).toBe(404);
    expect((await member.visitor.post(`${address}/invite`)).status).toBe(404);
    const renewed = (await coach.visitor.post(`${address}/invite`)).body;
    expect(renewed.token).not.toBe(token);
    for (const dead of [token, '', '\0', 'x'.repeat(99)]) {
      expect((await stranger.visitor.post('/api/groups/join', { token: dead })).status).toBe(404);
    }
    expect(await look(null)).toBeNull();
    const guest = new Visitor();
    await guest.start();
    expect((await guest.post('/api/groups/join', { token: renewed.token })).body.code).toBe('needs-account');
    expect((await guest.post('/api/groups', { name: 'x' })).body.code).toBe('needs-account');
    // A coach who follows the link stays one.
    expect((await coach.visitor.post('/api/groups/join', { token: renewed.token })).status).toBe(200);
    expect((await read(coach, address)).role).toBe('coach');
    expect((await read(coach, address)).memberCount).toBe(3);
  });

  it('is renamed by coaches and deleted by its owner', async () => {
    const { address } = await makeGroup();
    expect((await member.visitor.patch(address, { name: 'Mine' })).status).toBe(404);
    expect((await coach.visitor.patch(address, { name: ' ' })).status).toBe(422);
    expect((await coach.visitor.patch(address, { name: 'Wednesdays' })).status).toBe(200);
    expect((await read(member, address)).name).toBe('Wednesdays');
    expect((await coach.visitor.delete(address)).status).toBe(404);
    expect((await owner.visitor.delete(address)).status).toBe(204);
    expect((await owner.visitor.get(address)).status).toBe(404);
  });

  it('lets people leave, coaches remove members, and the owner stay or hand over', async () => {
    const { address } = await makeGroup();
    const remove = ({ visitor }: Person, { userId }: Person) => visitor.delete(`${address}/members/${userId}`);
    const change = ({ visitor }: Person, { userId }: Person, body: object) =>
      visitor.put(`${address}/members/${userId}`, body);
    expect((await remove(member, coach)).status).toBe(404);
    expect((await remove(stranger, member)).status).toBe(404);
    expect((await remove(coach, stranger)).status).toBe(404);
    expect((await remove(coach, owner)).body.code).toBe('owner-stays');
    expect((await remove(owner, owner)).body.code).toBe('owner-stays');
    expect((await change(owner, owner, { role: 'member' })).body.code).toBe('owner-stays');
    expect((await change(member, member, { role: 'coach' })).status).toBe(404);
    expect((await change(coach, coach, { role: 'coach', owner: true })).status).toBe(404);
    expect((await change(owner, coach, { role: 'member', owner: true })).status).toBe(422);

    expect((await change(owner, coach, { role: 'coach', owner: true })).status).toBe(200);
    expect((await read(coach, address)).isOwner).toBe(true);
    expect((await change(owner, coach, { role: 'member' })).body.code).toBe('owner-stays');
    expect((await remove(owner, owner)).status).toBe(204);
    expect((await owner.visitor.get(address)).status).toBe(404);
    expect((await remove(coach, member)).status).toBe(204);
    expect((await member.visitor.get(address)).status).toBe(404);
  });

  it('keeps one coach from removing another', async () => {
    const { address } = await makeGroup();
    await owner.visitor.put(`${address}/members/${member.userId}`, { role: 'coach' });
    const other = `${address}/members/${member.userId}`;
    expect((await coach.visitor.delete(other)).body.code).toBe('owner-decides');
    expect((await coach.visitor.put(other, { role: 'member' })).body.code).toBe('owner-decides');
    expect((await owner.visitor.put(other, { role: 'member' })).status).toBe(200);
  });

  it('has what is shared with it in the queue of its coaches, and no longer when somebody leaves', async () => {
    const { address, id } = await makeGroup();
    const attempt = await submittedAttempt(member);
    const place = `${attempt}/groups/${id}`;
    expect((await stranger.visitor.put(place, {})).status).toBe(404);
    const shared = await member.visitor.put(place, { note: 'The split.' });
    expect([shared.status, shared.body.note]).toEqual([200, 'The split.']);
    const again = await member.visitor.put(place, { note: 'The labels.' });
    expect(again.body).toEqual({ ...shared.body, note: 'The labels.' });
    expect((await member.visitor.get(`${attempt}/shares`)).body.groups).toMatchObject([
      { groupId: id, name: 'Tuesdays', note: 'The labels.' },
    ]);

    for (const reader of [owner, coach]) expect(await queued(reader, `?group=${id}`)).toEqual([idOf(attempt)]);
    expect((await coach.visitor.get('/api/reviews')).body.items).toContainEqual(
      expect.objectContaining({ attemptId: idOf(attempt), via: { kind: 'group', id, name: 'Tuesdays' } }),
    );
    expect((await member.visitor.get(`/api/reviews?group=${id}`)).status).toBe(404);
    expect(await queued(member)).toEqual([]);
    const told = (await coach.visitor.get('/api/notices')).body.notices[0];
    expect(told).toMatchObject({ kind: 'review-requested', text: 'Cleo asks for a review of A fixture in Tuesdays.' });
    const review = await coach.visitor.post(`${attempt}/reviews`);
    expect(review.status).toBe(201);

    await member.visitor.delete(`${address}/members/${member.userId}`);
    expect(await queued(coach)).not.toContain(idOf(attempt));
    expect((await owner.visitor.post(`${attempt}/reviews`)).status).toBe(404);
    const saved = await coach.visitor.put(`/api/reviews/${review.body.id}`, {
      baseRevision: 0,
      review: review.body.review,
    });
    expect(saved.status).toBe(404);
    expect((await member.visitor.put(place, {})).status).toBe(404);
  });

  it('takes an attempt back, and lets no removed coach in', async () => {
    const { address, id } = await makeGroup();
    const attempt = await submittedAttempt(member);
    await member.visitor.put(`${attempt}/groups/${id}`, {});
    await owner.visitor.delete(`${address}/members/${coach.userId}`);
    expect(await queued(coach)).not.toContain(idOf(attempt));
    expect((await coach.visitor.post(`${attempt}/reviews`)).status).toBe(404);
    expect((await owner.visitor.delete(`${attempt}/groups/${id}`)).status).toBe(404);
    for (const once of [204, 204]) {
      expect((await member.visitor.delete(`${attempt}/groups/${id}`)).status).toBe(once);
    }
    expect((await member.visitor.delete(`${attempt}/groups/%00`)).status).toBe(204);
    expect((await owner.visitor.post(`${attempt}/reviews`)).status).toBe(404);
  });

  it('does not have its coaches review their own attempts', async () => {
    const { id } = await makeGroup();
    const attempt = await submittedAttempt(coach);
    await coach.visitor.put(`${attempt}/groups/${id}`, {});
    expect(await queued(coach, `?group=${id}`)).toEqual([]);
    expect(await queued(owner, `?group=${id}`)).toEqual([idOf(attempt)]);
    expect((await coach.visitor.post(`${attempt}/reviews`)).body.code).toBe('own-attempt');
  });

  it('assigns a case and shows how far everybody has come', async () => {
    const { address, id } = await makeGroup();
    const dueAt = '2030-03-01T10:00:00.000Z';
    expect((await member.visitor.post(`${address}/assignments`, assigned)).status).toBe(404);
    expect((await coach.visitor.post(`${address}/assignments`, { ...assigned, caseSlug: 'none' })).status).toBe(404);
    expect((await coach.visitor.post(`${address}/assignments`, { ...assigned, level: 'staff' })).status).toBe(422);
    for (const past of ['2001-01-01T10:00:00Z', new Date().toISOString()]) {
      const late = await coach.visitor.post(`${address}/assignments`, { ...assigned, dueAt: past });
      expect([late.status, late.body.issues]).toEqual([422, [{ path: 'dueAt', message: 'Choose a time to come.' }]]);
    }
    const assignmentId = await assign(address, { dueAt, note: 'By Friday.' });
    const [notice] = (await member.visitor.get('/api/notices')).body.notices;
    expect(notice).toMatchObject({
      kind: 'assigned',
      text: 'Ada assigned A fixture in Tuesdays, due on 2030-03-01.',
      href: `/groups/${id}`,
    });

    const begin = (who: Visitor, more: object = {}) =>
      who.post('/api/attempts', { ...assigned, assignmentId, ...more });
    expect((await begin(stranger.visitor)).status).toBe(404);
    expect((await begin(new Visitor())).status).toBe(404);
    expect((await begin(member.visitor, { assignmentId: crypto.randomUUID() })).status).toBe(404);
    for (const other of [{ mode: 'guided' }, { level: 'mid' }, { caseSlug: 'other' }, { onlyStep: 'data' }]) {
      const refused = await begin(member.visitor, other);
      expect([refused.status, refused.body.issues[0].path]).toEqual([422, Object.keys(other)[0]]);
    }

    const mine = async () => (await read(member, address)).assignments.find((one) => one.id === assignmentId)?.mine;
    const progress = async () => (await read(coach, address)).led?.progress[assignmentId]?.[member.userId];
    const due = () => loadAssignedCases({ database: one.database, userId: member.userId });
    expect(await mine()).toEqual({ state: 'none', attemptId: null, at: null });
    expect(await progress()).toBeUndefined();
    expect(await due()).toContainEqual(expect.objectContaining({ id: assignmentId, groupName: 'Tuesdays', dueAt }));

    const attemptId = (await begin(member.visitor)).body.id;
    const attempt = `/api/attempts/${attemptId}`;
    expect(await mine()).toMatchObject({ state: 'started', attemptId });
    expect(await progress()).toMatchObject({ state: 'started', attemptId: null });
    await member.visitor.save(attempt, 'data', 0, { text: 'We split at random 👩‍👩‍👧.' });
    await member.visitor.post(`${attempt}/submit`);
    expect(await progress()).toMatchObject({ state: 'submitted', attemptId: null });
    // Nobody can review it so far, so it still asks for something.
    expect(await due()).toContainEqual(expect.objectContaining({ id: assignmentId }));
    await member.visitor.put(`${attempt}/groups/${id}`, {});
    expect(await due()).not.toContainEqual(expect.objectContaining({ id: assignmentId }));
    expect(await progress()).toMatchObject({ state: 'shared', attemptId });
    await publish(coach, attempt);
    expect(await progress()).toMatchObject({ state: 'reviewed', attemptId });
    expect(await mine()).toMatchObject({ state: 'reviewed', attemptId });

    expect((await member.visitor.delete(`${address}/assignments/${assignmentId}`)).status).toBe(404);
    expect((await coach.visitor.delete(`${address}/assignments/${assignmentId}`)).status).toBe(204);
    expect((await coach.visitor.delete(`${address}/assignments/${assignmentId}`)).status).toBe(404);
    expect((await member.visitor.get(attempt)).body).toMatchObject({ assignmentId: null });
    expect((await begin(member.visitor)).status).toBe(404);
  });

  it('reminds nobody of an assignment that they have done', async () => {
    const { address, id } = await makeGroup();
    const assignmentId = await assign(address);
    const nudge = () => coach.visitor.post(`${address}/assignments/${assignmentId}/nudges`, { userId: member.userId });
    const { body: started } = await member.visitor.post('/api/attempts', { ...assigned, assignmentId });
    const attempt = `/api/attempts/${started.id}`;
    await member.visitor.save(attempt, 'data', 0, { text: 'We split at random 👩‍👩‍👧.' });
    await member.visitor.post(`${attempt}/submit`);
    // Submitted and kept to themselves, it waits for them.
    expect((await nudge()).status).toBe(201);
    await one.database.nudge.deleteMany();
    const told = () => one.database.notice.count({ where: { userId: member.userId } });
    const before = await told();
    await member.visitor.put(`${attempt}/groups/${id}`, {});
    const shared = await nudge();
    expect([shared.status, shared.body.code, shared.body.detail]).toEqual([
      409,
      'done-already',
      'They have shared their attempt: it waits for a coach of the group.',
    ]);
    await publish(coach, attempt);
    const afterReview = (await told()) - before;
    const reviewed = await nudge();
    expect([reviewed.status, reviewed.body.detail]).toEqual([409, 'Their attempt is reviewed already.']);
    expect([await one.database.nudge.count(), (await told()) - before]).toEqual([0, afterReview]);
    // Taken back, it can be asked for again.
    await member.visitor.delete(`${attempt}/groups/${id}`);
    expect((await nudge()).status).toBe(201);
  });

  it('reminds of an assignment once a day and three times in all', async () => {
    const { address } = await makeGroup();
    const assignmentId = await assign(address);
    const nudge = ({ visitor }: Person, userId = member.userId) =>
      visitor.post(`${address}/assignments/${assignmentId}/nudges`, { userId });
    expect((await nudge(member, coach.userId)).status).toBe(404);
    expect((await nudge(coach, stranger.userId)).status).toBe(404);
    expect((await nudge(coach, coach.userId)).status).toBe(404);
    expect((await nudge(coach, '\0')).status).toBe(404);
    expect((await nudge(coach)).body).toEqual({ sent: 1 });
    const soon = await nudge(coach);
    expect(soon.status).toBe(429);
    expect(soon.body.retryAfterSeconds).toBeGreaterThan(86_000);
    // Somebody else's reminders are counted apart.
    expect((await nudge(owner)).status).toBe(201);
    const aDayEarlier = async () => {
      const sent = await one.database.nudge.findMany();
      for (const { id, sentAt } of sent) {
        await one.database.nudge.update({ where: { id }, data: { sentAt: new Date(sentAt.getTime() - 86_400_000) } });
      }
    };
    for (const expected of [201, 201, 429]) {
      await aDayEarlier();
      expect((await nudge(coach)).status).toBe(expected);
    }
    const [notice] = (await member.visitor.get('/api/notices')).body.notices;
    expect(notice.text).toBe('Ada reminds you of A fixture, assigned in Tuesdays.');
  });
});
