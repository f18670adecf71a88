import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { moveGuestRows } from '@/lib/db/move-guest';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

const ROUNDS = 25;
const PASSWORD = 'correct horse battery';
let count = 0;
const newVisitor = () => {
  count += 1;
  return new Visitor(`192.0.${Math.floor(count / 250)}.${count % 250}`);
};
const newPerson = () => {
  count += 1;
  return { name: `Person ${count}`, email: `person-${count}@a.example`, password: PASSWORD };
};
const post = (path: string, body: unknown) => (visitor: Visitor) => visitor.post(path, body);

/** A second tab of the same browser, which has loaded its page under the cookie of now. */
function tabOf(visitor: Visitor): Visitor {
  const tab = newVisitor();
  tab.cookie = visitor.cookie;
  return tab;
}

interface Written {
  /** Text that was acknowledged, by the attempt it belongs to. */
  readonly acknowledged: { readonly attempt: string; readonly text: string }[];
  /** What was sent and not taken. */
  readonly refused: { readonly status: number; readonly code: string }[];
}

/** Saves, and begins attempts, without a pause, until told to stop. */
function writeOn(tab: Visitor, attempt: string): { written: Written; stop: () => Promise<void> } {
  const written: Written = { acknowledged: [], refused: [] };
  let stopped = false;
  const saving = async (slot: string) => {
    for (let revision = 0; !stopped; revision += 1) {
      const text = `${slot} ${revision}`;
      const reply = await tab.put(`${attempt}/answers/${slot}`, { baseRevision: revision, answer: { text } });
      if (reply.status === 200) written.acknowledged.push({ attempt, text });
      else {
        written.refused.push({ status: reply.status, code: reply.body.code });
        return;
      }
    }
  };
  const beginning = async () => {
    while (!stopped) {
      // As long as it is the guest's cookie: a new guest is no matter of this test.
      const { status, headers, body } = await tab.post('/api/attempts', {
        caseSlug: 'fixture',
        mode: 'unaided',
        level: 'senior',
      });
      if (status !== 201 || headers.getSetCookie().length > 0) {
        if (status !== 201) written.refused.push({ status, code: body.code });
        return;
      }
      written.acknowledged.push({ attempt: `/api/attempts/${body.id}`, text: '' });
    }
  };
  const work = Promise.all([saving('data'), saving('model'), beginning()]);
  return {
    written,
    stop: async () => {
      stopped = true;
      await work;
    },
  };
}

/** Everything acknowledged is there for whoever has this cookie now. */
async function expectAllOf(written: Written, visitor: Visitor, { database }: TestDatabase): Promise<void> {
  const userId = (await visitor.get('/api/me')).body.id;
  const attempts = [...new Set(written.acknowledged.map(({ attempt }) => attempt))];
  for (const attempt of attempts) {
    const expected = written.acknowledged
      .filter((one) => one.attempt === attempt && one.text !== '')
      .map(({ text }) => text);
    // Not over HTTP: so many reads in a minute are refused.
    const id = attempt.slice('/api/attempts/'.length);
    expect(await database.attempt.count({ where: { id, userId } })).toBe(1);
    const saves = await database.answerSave.findMany({ where: { attemptId: id }, select: { body: true } });
    const stored = saves.map(({ body }) => (body as { text: string }).text);
    expect(stored.sort()).toEqual(expected.sort());
  }
}

describe.each(engines)('a guest who becomes somebody, on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
  });
  afterAll(() => one.close());

  const idOf = async (visitor: Visitor) => (await visitor.get('/api/me')).body.id as string;

  it('keeps id, session and every attempt when claiming', async () => {
    const visitor = newVisitor();
    const attempt = await visitor.start('unaided');
    await visitor.save(attempt, 'data', 0, { text: 'As a guest.' });
    const id = await idOf(visitor);
    const { cookie } = visitor;
    const person = newPerson();
    const reply = await visitor.post('/api/auth/claim-guest', { ...person, email: person.email.toUpperCase() });
    expect([reply.status, reply.body.user]).toEqual([
      200,
      { id, name: person.name, email: person.email, isGuest: false },
    ]);
    expect(visitor.cookie).toBe(cookie);
    await visitor.save(attempt, 'data', 1, { text: 'As a member.' });
    const elsewhere = newVisitor();
    expect((await elsewhere.post('/api/auth/sign-in/email', person)).body.user.id).toBe(id);
    expect((await elsewhere.get(attempt)).body.answers.data.answer).toEqual({ text: 'As a member.' });
  });

  it('claims once, of two at the same moment and again later', async () => {
    const visitor = newVisitor();
    await visitor.start();
    const id = await idOf(visitor);
    const both = await Promise.all([newPerson(), newPerson()].map((one) => visitor.post('/api/auth/claim-guest', one)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('not-a-guest');
    expect((await visitor.post('/api/auth/claim-guest', newPerson())).status).toBe(409);
    expect(await one.database.account.count({ where: { userId: id } })).toBe(1);
  });

  it('does not get an address that is somebody else’s, also at the same moment, and stays a guest with everything', async () => {
    const [first, second] = [newVisitor(), newVisitor()];
    const attempts = [await first.start('unaided'), await second.start('unaided')];
    const person = newPerson();
    const both = await Promise.all([first, second].map(post('/api/auth/claim-guest', person)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    const loser = both[0]?.status === 422 ? 0 : 1;
    expect(both[loser]?.body.issues[0].path).toBe('email');
    const visitor = [first, second][loser] ?? first;
    expect((await visitor.get('/api/me')).body.isGuest).toBe(true);
    expect((await visitor.get(attempts[loser] ?? '')).status).toBe(200);
  });

  it('who is nobody has nothing to claim', async () => {
    const reply = await newVisitor().post('/api/auth/claim-guest', newPerson());
    expect([reply.status, reply.body.code]).toEqual([401, 'signed-out']);
  });

  it('keeps every attempt when signing in, with hints, time and history, and the guest is no more', async () => {
    const person = newPerson();
    const account = newVisitor();
    await account.post('/api/auth/sign-up/email', person);
    const earlier = await account.start('unaided');
    const guest = newVisitor();
    const attempt = await guest.start('guided');
    await guest.save(attempt, 'data', 0, { fields: { split: 'by time' } });
    await guest.post(`${attempt}/hints`, { step: 'data', number: 1 });
    const before = (await guest.get(attempt)).body;
    const guestId = await idOf(guest);
    const { cookie } = guest;

    expect((await guest.post('/api/auth/sign-in/email', person)).status).toBe(200);
    expect((await guest.get(attempt)).body).toEqual(before);
    expect((await account.get(attempt)).status).toBe(200);
    expect((await guest.get(earlier)).status).toBe(200);
    expect(await one.database.user.findUnique({ where: { id: guestId } })).toBeNull();

    const stale = newVisitor();
    stale.cookie = cookie;
    expect((await stale.get(attempt)).status).toBe(404);
  });

  it('keeps everything when signing up as a guest by the library’s own way', async () => {
    const guest = newVisitor();
    const attempt = await guest.start('unaided');
    expect((await guest.post('/api/auth/sign-up/email', newPerson())).status).toBe(200);
    expect((await guest.get(attempt)).status).toBe(200);
    expect((await guest.get('/api/me')).body.isGuest).toBe(false);
  });

  it('stays a guest with everything after a wrong password, and when moving fails', async () => {
    const person = newPerson();
    await newVisitor().post('/api/auth/sign-up/email', person);
    const guest = newVisitor();
    const attempt = await guest.start('unaided');
    const id = await idOf(guest);
    await guest.post('/api/auth/sign-in/email', { ...person, password: 'not this' });
    expect(await idOf(guest)).toBe(id);

    const { userId } = await one.database.account.findFirstOrThrow({ where: { user: { email: person.email } } });
    const sessions = await one.database.session.count({ where: { userId } });
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failing = vi.spyOn(one.database, '$transaction').mockRejectedValue(new Error('the disk is full'));
    const reply = await guest.post('/api/auth/sign-in/email', person);
    failing.mockRestore();
    log.mockRestore();
    expect(reply.status).toBe(500);
    expect(reply.headers.getSetCookie()).toEqual([]);
    expect(await idOf(guest)).toBe(id);
    expect(await one.database.session.count({ where: { userId } })).toBe(sessions);
    expect((await guest.post('/api/auth/sign-in/email', person)).status).toBe(200);
    expect((await guest.get(attempt)).status).toBe(200);
  });

  it('is moved once, of two at the same moment', async () => {
    const person = newPerson();
    await newVisitor().post('/api/auth/sign-up/email', person);
    const guest = newVisitor();
    const attempt = await guest.start('unaided');
    const tabs = [tabOf(guest), tabOf(guest), tabOf(guest)];
    const replies = await Promise.all(tabs.map(post('/api/auth/sign-in/email', person)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const tab of tabs) expect((await tab.get(attempt)).status).toBe(200);
  });

  it('who claims while signing in elsewhere is one of the two, and loses nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = newPerson();
      await newVisitor().post('/api/auth/sign-up/email', person);
      const guest = newVisitor();
      const attempt = await guest.start('unaided');
      const [claiming, signingIn] = [tabOf(guest), tabOf(guest)];
      await Promise.all([
        claiming.post('/api/auth/claim-guest', newPerson()),
        signingIn.post('/api/auth/sign-in/email', person),
      ]);
      const found = [(await claiming.get(attempt)).status, (await signingIn.get(attempt)).status];
      expect(found.sort()).toEqual([200, 404]);
    }
  });

  it.each(['sign-in/email', 'sign-up/email'])('a dead session does not take away the cookie of %s', async (path) => {
    const person = newPerson();
    const other = newVisitor();
    if (path === 'sign-in/email') await other.post('/api/auth/sign-up/email', person);
    const visitor = newVisitor();
    await visitor.start('unaided');
    await one.database.session.deleteMany({ where: { userId: await idOf(visitor) } });
    expect((await visitor.post(`/api/auth/${path}`, person)).status).toBe(200);
    expect((await visitor.get('/api/me')).body).toMatchObject({ email: person.email, isGuest: false });
  });

  it(`loses no acknowledged write while claiming, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const visitor = newVisitor();
      const attempt = await visitor.start('unaided');
      const writer = writeOn(tabOf(visitor), attempt);
      await new Promise((resolve) => setTimeout(resolve, round % 5));
      const claimed = await visitor.post('/api/auth/claim-guest', newPerson());
      expect(claimed.status).toBe(200);
      await writer.stop();
      expect(writer.written.refused).toEqual([]);
      expect(writer.written.acknowledged.length).toBeGreaterThan(0);
      await expectAllOf(writer.written, visitor, one);
    }
  });

  it(`loses no acknowledged write while signing in, ${ROUNDS} times, and tells the late ones to be sent again`, async () => {
    const person = newPerson();
    await newVisitor().post('/api/auth/sign-up/email', person);
    let late = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const visitor = newVisitor();
      const attempt = await visitor.start('unaided');
      const tab = tabOf(visitor);
      const writer = writeOn(tab, attempt);
      await new Promise((resolve) => setTimeout(resolve, round % 5));
      expect((await visitor.post('/api/auth/sign-in/email', person)).status).toBe(200);
      await writer.stop();
      for (const refused of writer.written.refused) expect(refused).toEqual({ status: 401, code: 'signed-out' });
      late += writer.written.refused.length;
      await expectAllOf(writer.written, visitor, one);

      // The browser has one cookie for all its tabs: the same save under the new one is taken.
      const { revision } = (await visitor.get(attempt)).body.answers.data;
      const again = { baseRevision: revision, answer: { text: 'sent again' } };
      tab.cookie = visitor.cookie;
      expect((await tab.put(`${attempt}/answers/data`, again)).status).toBe(200);
    }
    expect(late).toBeGreaterThan(0);
  });

  it('a write that waits for the move is refused, not lost', async () => {
    // Inserts by the guest's id, as a request does that was let in before the move, without the check of its session.
    for (let round = 0; round < ROUNDS; round += 1) {
      const guest = newVisitor();
      await guest.start('unaided');
      const guestId = await idOf(guest);
      const member = newVisitor();
      await member.post('/api/auth/sign-up/email', newPerson());
      const memberId = await idOf(member);
      const inserts = Array.from({ length: 6 }, (_, i) =>
        one.database.attempt
          .create({
            data: {
              id: crypto.randomUUID(),
              userId: guestId,
              caseSlug: `race-${i}`,
              caseHash: 'x',
              mode: 'unaided',
              level: 'senior',
              updatedAt: new Date(),
            },
          })
          .then(() => true)
          .catch(() => false),
      );
      const moved = moveGuestRows(one.database, guestId, memberId);
      const taken = (await Promise.all(inserts)).filter(Boolean).length;
      expect(await moved).toBe(true);
      expect(await one.database.attempt.count({ where: { userId: memberId } })).toBe(1 + taken);
    }
  });
});
