import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TRIES_PER_QUARTER } from '@/lib/auth/sign-in-limits';
import { settings } from '@/lib/settings';
import { makeSessionOld, newPerson, newVisitor, PASSWORD, signIn, signUp } from './account-people';
import { serveFrom } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { holdClock } from './still-clock';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

describe.each(engines)('accounts on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
  });
  afterAll(() => one.close());

  it('signs up, out and in, and says who it is', async () => {
    const visitor = newVisitor();
    const person = await signUp(visitor);
    expect((await visitor.get('/api/auth/get-session')).body.user).toMatchObject({ id: person.id, isAnonymous: false });
    expect((await visitor.get('/api/me')).body).toEqual({
      id: person.id,
      name: person.name,
      email: person.email,
      isGuest: false,
      emailNotices: true,
      hasPassword: true,
      providers: [],
      unconfirmedEmail: null,
    });
    const { cookie } = visitor;
    expect((await visitor.post('/api/auth/sign-out', {})).status).toBe(200);
    expect(visitor.cookie).toBe('');
    expect((await visitor.get('/api/me')).status).toBe(404);
    visitor.cookie = cookie;
    expect((await visitor.get('/api/me')).status).toBe(404);
    visitor.cookie = '';
    const reply = await signIn(visitor, { ...person, email: ` ${person.email.toUpperCase()} ` });
    expect([reply.status, reply.body.user.id]).toEqual([200, person.id]);
    expect((await visitor.get('/api/me')).body.id).toBe(person.id);
  });

  it.each([
    ['a wrong password', (person: { email: string }) => ({ email: person.email, password: 'not this one' })],
    ['an unknown address', () => ({ email: 'nobody@a.example', password: PASSWORD })],
  ])('does not sign in with %s, and says the same of each', async (_, credentials) => {
    const person = await signUp(newVisitor());
    const visitor = newVisitor();
    const reply = await signIn(visitor, credentials(person));
    expect([reply.status, reply.body.code, visitor.cookie]).toEqual([401, 'wrong-credentials', '']);
    expect(reply.body.detail).toBe('There is no account with this e-mail address and this password.');
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'Ada\r\nBcc: eve@evil.example' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ email: 'ada' }, 'email'],
    [{ email: 'ada@a.example, eve@evil.example' }, 'email'],
    [{ email: 'ada@a.example\r\nBcc: x@y.example' }, 'email'],
    [{ password: 'short' }, 'password'],
    [{ password: 'x'.repeat(129) }, 'password'],
    [{ email: undefined }, 'email'],
  ])('does not sign up with %j', async (change, path) => {
    const visitor = newVisitor();
    for (const address of ['/api/auth/sign-up/email', '/api/auth/claim-guest']) {
      if (address.endsWith('guest')) await visitor.start();
      const { status, body } = await visitor.post(address, { ...newPerson(), ...change });
      expect([status, body.code, body.issues[0].path]).toEqual([422, 'invalid', path]);
    }
  });

  it('sets nothing that is not asked for', async () => {
    const visitor = newVisitor();
    const more = { isAnonymous: true, emailVerified: true, id: 'mine', role: 'admin', image: 'https://evil.example/x' };
    const { body } = await visitor.post('/api/auth/sign-up/email', { ...newPerson(), ...more });
    expect(body.user).toMatchObject({ emailVerified: false, isAnonymous: false });
    expect(body.user.image ?? null).toBeNull();
    expect(body.user.id).not.toBe('mine');
  });

  it('takes an address once, also of two at the same moment', async () => {
    const person = await signUp(newVisitor());
    const again = await newVisitor().post('/api/auth/sign-up/email', { ...newPerson(), email: person.email });
    expect([again.status, again.body.code, again.body.issues[0].path]).toEqual([422, 'invalid', 'email']);
    const rivals = { ...newPerson() };
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const both = await Promise.all([newVisitor(), newVisitor()].map((v) => v.post('/api/auth/sign-up/email', rivals)));
    log.mockRestore();
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await one.database.user.count({ where: { email: rivals.email } })).toBe(1);
  });

  it.each([
    ['POST', 'sign-in/anonymous'],
    ['POST', 'delete-anonymous-user'],
    ['POST', 'sign-in/social'],
    ['GET', 'callback/github'],
    ['POST', 'update-user'],
    ['POST', 'delete-user'],
    ['GET', 'delete-user/callback'],
    ['POST', 'revoke-sessions'],
    ['POST', 'set-password'],
    ['POST', 'link-social'],
    ['GET', 'list-accounts'],
    ['POST', 'unlink-account'],
    ['GET', 'verify-email'],
    ['POST', 'send-verification-email'],
    ['GET', 'reset-password/abc'],
    ['POST', 'verify-password'],
    ['POST', 'get-session'],
    ['GET', 'sign-out'],
    ['DELETE', 'sign-in/email'],
    ['GET', 'error'],
    ['GET', 'ok'],
    ['GET', '../auth/ok'],
    ['POST', 'sign-in//email'],
    ['POST', 'sign-in/email/'],
  ])('%s /api/auth/%s is not there', async (method, path) => {
    const visitor = newVisitor();
    await signUp(visitor);
    const before = await one.database.user.count();
    const body = method === 'GET' ? null : '{}';
    const reply = await visitor.send(method, `/api/auth/${path}`, {
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
    expect(await one.database.user.count()).toBe(before);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['a hidden origin of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['no origin, but a browser’s word', { origin: null, 'sec-fetch-site': 'same-site' }],
  ])('refuses %s, with a cookie and without', async (_, headers) => {
    const member = newVisitor();
    const person = await signUp(member);
    const json = { 'content-type': 'application/json', ...headers };
    const calls = [
      ['sign-in/email', person],
      ['sign-up/email', newPerson()],
      ['claim-guest', newPerson()],
      ['sign-out', {}],
      ['change-password', { currentPassword: PASSWORD, newPassword: 'another password' }],
      ['change-email', { newEmail: 'x@a.example' }],
      ['revoke-other-sessions', {}],
      ['request-password-reset', { email: person.email }],
    ] as const;
    for (const visitor of [member, newVisitor()]) {
      for (const [path, body] of calls) {
        const reply = await visitor.send('POST', `/api/auth/${path}`, { headers: json, body: JSON.stringify(body) });
        expect([path, reply.status, reply.body.code]).toEqual([path, 403, 'forbidden-origin']);
      }
    }
    expect((await member.get('/api/me')).status).toBe(200);
  });

  it('takes a script that names no origin, and no form', async () => {
    const person = await signUp(newVisitor());
    const script = newVisitor();
    const json = { origin: null, 'content-type': 'application/json' };
    const signedIn = await script.send('POST', '/api/auth/sign-in/email', {
      headers: json,
      body: JSON.stringify(person),
    });
    expect(signedIn.status).toBe(200);
    expect((await script.send('POST', '/api/auth/sign-out', { headers: { origin: null } })).status).toBe(200);
    const form = new URLSearchParams(person).toString();
    const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of ['sign-in/email', 'sign-up/email']) {
      expect((await newVisitor().send('POST', `/api/auth/${path}`, { headers: asForm, body: form })).status).toBe(415);
    }
  });

  it.each(['', '{', '[]', 'null', '"x"', '{"email":{"$ne":null},"password":["x"]}'])(
    'survives the body %j',
    async (body) => {
      for (const path of [
        'sign-in/email',
        'sign-up/email',
        'claim-guest',
        'request-password-reset',
        'reset-password',
      ]) {
        const reply = await newVisitor().send('POST', `/api/auth/${path}`, {
          headers: { 'content-type': 'application/json' },
          body,
        });
        expect([400, 422]).toContain(reply.status);
      }
    },
  );

  describe('a session', () => {
    it('is listed, ended one by one, and ended all but this one', async () => {
      const [here, there, elsewhere] = [newVisitor(), newVisitor(), newVisitor()];
      const person = await signUp(here);
      await signIn(there, person);
      await signIn(elsewhere, person);
      const { body } = await here.get('/api/auth/list-sessions');
      expect(body).toHaveLength(3);
      const tokenThere = (await there.get('/api/auth/get-session')).body.session.token;
      expect((await here.post('/api/auth/revoke-session', { token: tokenThere })).status).toBe(200);
      expect((await there.get('/api/me')).status).toBe(404);
      expect((await elsewhere.get('/api/me')).status).toBe(200);
      expect((await here.post('/api/auth/revoke-other-sessions', {})).status).toBe(200);
      expect((await elsewhere.get('/api/me')).status).toBe(404);
      expect((await here.get('/api/auth/list-sessions')).body).toHaveLength(1);
    });

    it('is listed also when it is a month old', async () => {
      const visitor = newVisitor();
      await signUp(visitor);
      await makeSessionOld(one, visitor, 30 * 24 * 60);
      expect((await visitor.get('/api/auth/list-sessions')).status).toBe(200);
    });

    it('that has ended starts no attempt and makes no guest, until its cookie is put away', async () => {
      const visitor = newVisitor();
      await signUp(visitor);
      const { cookie } = visitor;
      await visitor.post('/api/auth/sign-out', {});
      visitor.cookie = cookie;
      const people = await one.database.user.count();
      const request = { caseSlug: 'fixture', mode: 'guided', level: 'senior' };
      const reply = await visitor.post('/api/attempts', request);
      expect([reply.status, reply.body.code, visitor.cookie]).toEqual([401, 'signed-out', cookie]);
      expect(await one.database.user.count()).toBe(people);
      expect((await visitor.send('POST', '/api/auth/sign-out', {})).status).toBe(200);
      expect(visitor.cookie).toBe('');
      expect((await visitor.post('/api/attempts', request)).status).toBe(201);
    });

    it('of somebody else cannot be ended', async () => {
      const [mine, theirs] = [newVisitor(), newVisitor()];
      await signUp(mine);
      await signUp(theirs);
      const { session } = (await theirs.get('/api/auth/get-session')).body;
      for (const token of [session.token, session.id]) await mine.post('/api/auth/revoke-session', { token });
      expect((await theirs.get('/api/me')).status).toBe(200);
    });

    it('is needed to see or end any', async () => {
      const nobody = newVisitor();
      expect((await nobody.get('/api/auth/list-sessions')).status).toBe(401);
      for (const path of ['revoke-session', 'revoke-other-sessions', 'change-password', 'change-email']) {
        const body = { token: 'x', currentPassword: 'x', newPassword: 'x'.repeat(8), newEmail: 'a@b.example' };
        const reply = await nobody.post(`/api/auth/${path}`, body);
        expect([reply.status, reply.body.code]).toEqual([401, 'signed-out']);
      }
    });

    it('that was there before in this browser ends when somebody signs in again', async () => {
      const visitor = newVisitor();
      const person = await signUp(visitor);
      await signIn(visitor, person);
      expect((await visitor.get('/api/auth/list-sessions')).body).toHaveLength(1);
    });
  });

  describe('the password', () => {
    it('is changed with the old one, and other sessions end when asked to', async () => {
      const [here, there] = [newVisitor(), newVisitor()];
      const person = await signUp(here);
      await signIn(there, person);
      const wrong = await here.post('/api/auth/change-password', {
        currentPassword: 'no',
        newPassword: 'a new password',
      });
      expect([wrong.status, wrong.body.issues[0].path]).toEqual([422, 'currentPassword']);
      const change = { currentPassword: PASSWORD, newPassword: 'a new password', revokeOtherSessions: true };
      expect((await here.post('/api/auth/change-password', change)).status).toBe(200);
      expect((await here.get('/api/me')).status).toBe(200);
      expect((await there.get('/api/me')).status).toBe(404);
      expect((await signIn(there, person)).status).toBe(401);
      expect((await signIn(there, { ...person, password: 'a new password' })).status).toBe(200);
    });

    it('cannot be guessed by who sits at an open session', async () => {
      holdClock();
      const visitor = newVisitor();
      await signUp(visitor);
      await makeSessionOld(one, visitor, 60);
      const guess = () =>
        visitor.post('/api/auth/change-password', { currentPassword: 'guess', newPassword: 'x'.repeat(9) });
      for (let i = 0; i < TRIES_PER_QUARTER; i += 1) expect((await guess()).status).toBe(422);
      expect((await guess()).status).toBe(429);
      // The same counter, whatever asks for the password.
      expect((await visitor.delete('/api/me', { password: PASSWORD })).status).toBe(429);
    });
  });

  it('has no address for a guest, nor anything else that needs an account', async () => {
    const guest = newVisitor();
    await guest.start();
    expect((await guest.get('/api/me')).body).toMatchObject({ isGuest: true, email: null, hasPassword: false });
    for (const [path, body] of [
      ['change-email', { newEmail: newPerson().email }],
      ['change-password', { currentPassword: 'x', newPassword: 'x'.repeat(8) }],
    ] as const) {
      const reply = await guest.post(`/api/auth/${path}`, body);
      expect([reply.status, reply.body.code]).toEqual([403, 'needs-account']);
    }
    const named = await guest.patch('/api/me', { name: 'Somebody' });
    expect([named.status, named.body.code]).toEqual([403, 'needs-account']);
  });

  it('changes the name and whether notices come by e-mail', async () => {
    const visitor = newVisitor();
    await signUp(visitor);
    const reply = await visitor.patch('/api/me', { name: ' Ada 🦉 ', emailNotices: false });
    expect([reply.status, reply.body.name, reply.body.emailNotices]).toEqual([200, 'Ada 🦉', false]);
    expect((await visitor.get('/api/me')).body).toMatchObject({ name: 'Ada 🦉', emailNotices: false });
    for (const wrong of [{}, { name: '' }, { isAnonymous: true }, { email: 'a@b.example' }]) {
      expect((await visitor.patch('/api/me', wrong)).status).toBe(422);
    }
    expect((await newVisitor().patch('/api/me', { name: 'x' })).body.code).toBe('needs-account');
  });

  describe('the limit of tries', () => {
    beforeEach(holdClock);

    it('counts by account, wherever they come from, and ends with the right password', async () => {
      const person = await signUp(newVisitor());
      const wrong = () => signIn(newVisitor(), { email: person.email, password: 'guess' });
      for (let i = 0; i < TRIES_PER_QUARTER - 1; i += 1) expect((await wrong()).status).toBe(401);
      expect((await signIn(newVisitor(), person)).status).toBe(200);
      for (let i = 0; i < TRIES_PER_QUARTER; i += 1) expect((await wrong()).status).toBe(401);
      const refused = await wrong();
      expect([refused.status, refused.body.code]).toEqual([429, 'rate-limited']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await signIn(newVisitor(), person)).status).toBe(429);
    });

    it('counts by address, whichever account they are for', async () => {
      const visitor = newVisitor();
      const wrong = () => signIn(visitor, { email: newPerson().email, password: 'guess' });
      const { signInsPerMinute } = settings();
      const statuses: number[] = [];
      for (let i = 0; i <= signInsPerMinute; i += 1) statuses.push((await wrong()).status);
      expect(statuses).toEqual([...Array(signInsPerMinute).fill(401), 429]);
    });

    it('cannot be got around by an address that is made up: the last entry is the one that counts', async () => {
      const person = await signUp(newVisitor());
      const statuses: number[] = [];
      for (let i = 0; i < TRIES_PER_QUARTER + 3; i += 1) {
        const reply = await newVisitor().send('POST', '/api/auth/sign-in/email', {
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${i}, 203.0.113.99` },
          body: JSON.stringify({ email: person.email, password: 'guess' }),
        });
        statuses.push(reply.status);
      }
      expect(statuses.filter((status) => status === 401)).toHaveLength(TRIES_PER_QUARTER);
      expect(statuses.at(-1)).toBe(429);
    });

    it('counts tries at the same moment', async () => {
      const person = await signUp(newVisitor());
      const guesses = Array.from({ length: TRIES_PER_QUARTER + 5 }, () =>
        signIn(newVisitor(), { ...person, password: 'no' }),
      );
      const statuses = (await Promise.all(guesses)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(TRIES_PER_QUARTER);
      expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    });

    it('is one for all instances', async () => {
      const person = await signUp(newVisitor());
      const instances = [one, { ...one, database: one.openAnother() }];
      const statuses: number[] = [];
      for (let i = 0; i < TRIES_PER_QUARTER + 4; i += 1) {
        serveFrom(instances[i % 2] ?? one);
        statuses.push((await signIn(newVisitor(), { email: person.email, password: 'guess' })).status);
      }
      serveFrom(one);
      expect(statuses.filter((status) => status === 401)).toHaveLength(TRIES_PER_QUARTER);
      expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    });
  });
});
