import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

const KEYS = { clientId: 'our-id', clientSecret: 'our-secret' };
vi.hoisted(() => {
  process.env.GITHUB_CLIENT_ID = 'our-id';
  process.env.GITHUB_CLIENT_SECRET = 'our-secret';
});

const PASSWORD = 'correct horse battery';
let count = 0;
const newVisitor = () => {
  count += 1;
  return new Visitor(`192.0.2.${count % 250}`);
};

interface Profile {
  readonly id: number;
  readonly email: string;
  readonly verified?: boolean;
}

/** GitHub, as far as it is asked. */
function githubSays({ id, email, verified = true }: Profile): void {
  vi.stubGlobal('fetch', async (input: string | URL | Request) => {
    const address = String(input instanceof Request ? input.url : input);
    if (address.includes('/login/oauth/access_token')) {
      return Response.json({ access_token: 'a-token-of-github', token_type: 'bearer', scope: 'user:email' });
    }
    if (address.endsWith('/user/emails')) return Response.json([{ email, primary: true, verified, visibility: null }]);
    if (address.endsWith('/user'))
      return Response.json({ id, login: 'ada', name: 'Ada <b>L</b>', email, avatar_url: '' });
    throw new Error(`Nobody should ask ${address}.`);
  });
}

/** Goes to GitHub and comes back. Gives where the browser is sent then. */
async function throughGithub(visitor: Visitor, callbackURL?: string): Promise<string> {
  const begun = await visitor.post('/api/auth/sign-in/social', { provider: 'github', callbackURL });
  expect(begun.status).toBe(200);
  const there = new URL(begun.body.url);
  expect(there.origin).toBe('https://github.com');
  expect(there.searchParams.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/github');
  const state = there.searchParams.get('state');
  const back = await visitor.get(`/api/auth/callback/github?code=abc&state=${state}`);
  expect(back.status).toBe(302);
  return back.headers.get('location') ?? '';
}

describe.each(engines)('signing in by a provider on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
  });
  beforeEach(() => {
    serveFrom({ ...one, settings: { ...one.settings, github: KEYS } });
    // Better Auth logs every sign-in that a provider or a stranger breaks off.
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  afterAll(() => one.close());

  it('makes an account, and finds it again', async () => {
    count += 1;
    githubSays({ id: count, email: `Ada-${count}@a.example` });
    const visitor = newVisitor();
    expect(await throughGithub(visitor, '/settings')).toBe('/settings');
    const { body } = await visitor.get('/api/me');
    expect(body).toMatchObject({ isGuest: false, hasPassword: false, providers: ['github'], name: 'Ada <b>L</b>' });
    const again = newVisitor();
    await throughGithub(again);
    expect((await again.get('/api/me')).body.id).toBe(body.id);
    const account = await one.database.account.findFirstOrThrow({ where: { userId: body.id } });
    expect(account.accessToken).not.toContain('a-token-of-github');
    // An address that the provider has confirmed can be changed like any other.
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    expect((await visitor.post('/api/auth/change-email', { newEmail: `new-${count}@a.example` })).status).toBe(200);
    const token = /confirm-email\?token=([\w-]+)$/.exec(String(log.mock.calls[0]?.[0]))?.[1];
    log.mockRestore();
    expect((await visitor.post('/api/auth/confirm-email', { token })).status).toBe(200);
    expect((await visitor.get('/api/me')).body.email).toBe(`new-${count}@a.example`);
  });

  it('keeps what a guest has, into a new account and into an old one', async () => {
    count += 1;
    githubSays({ id: count, email: `guest-${count}@a.example` });
    const [first, second] = [newVisitor(), newVisitor()];
    const attempts = [await first.start('unaided'), await second.start('unaided')];
    await throughGithub(first);
    await throughGithub(second);
    for (const visitor of [first, second]) {
      expect((await visitor.get('/api/me')).body.isGuest).toBe(false);
      for (const attempt of attempts) expect((await visitor.get(attempt)).status).toBe(200);
    }
    expect(await one.database.user.count({ where: { isAnonymous: true } })).toBe(0);
  });

  it('does not open the account of whoever signed up with that address', async () => {
    count += 1;
    const email = `victim-${count}@a.example`;
    const holder = newVisitor();
    await holder.post('/api/auth/sign-up/email', { name: 'Eve', email, password: PASSWORD });
    githubSays({ id: count, email });
    const visitor = newVisitor();
    const attempt = await visitor.start('unaided');
    expect(await throughGithub(visitor, '/settings')).toContain('/sign-in?next=%2Fsettings&error=account_not_linked');
    expect((await visitor.get(attempt)).status).toBe(200);
    expect((await visitor.get('/api/me')).body.isGuest).toBe(true);
    expect((await holder.get('/api/me')).body.providers).toEqual([]);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/api/me/export'])(
    'leads to no other place: %s',
    async (callbackURL) => {
      count += 1;
      githubSays({ id: count, email: `place-${count}@a.example` });
      expect(await throughGithub(newVisitor(), callbackURL)).toBe('/');
    },
  );

  it('refuses a callback that nobody asked for, and one of another browser', async () => {
    count += 1;
    githubSays({ id: count, email: `csrf-${count}@a.example` });
    const visitor = newVisitor();
    for (const query of ['', '?code=abc', '?code=abc&state=made-up', '?error=access_denied&state=x']) {
      const reply = await visitor.get(`/api/auth/callback/github${query}`);
      expect([reply.status, reply.headers.get('location')]).toEqual([302, expect.stringContaining('/sign-in?')]);
    }
    const eve = newVisitor();
    const { body } = await eve.post('/api/auth/sign-in/social', { provider: 'github' });
    const state = new URL(body.url).searchParams.get('state');
    const victim = newVisitor();
    const reply = await victim.get(`/api/auth/callback/github?code=abc&state=${state}`);
    expect(reply.headers.get('location')).toContain('/sign-in?');
    expect((await victim.get('/api/me')).status).toBe(404);
  });

  it('is not there for a provider without keys', async () => {
    const reply = await newVisitor().post('/api/auth/sign-in/social', { provider: 'google' });
    expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
  });

  it('stays a guest with everything when moving fails, and is told so on the sign-in page', async () => {
    count += 1;
    githubSays({ id: count, email: `fails-${count}@a.example` });
    const visitor = newVisitor();
    const attempt = await visitor.start('unaided');
    const failing = vi.spyOn(one.database, '$transaction').mockRejectedValue(new Error('the disk is full'));
    const location = await throughGithub(visitor);
    failing.mockRestore();
    expect(location).toBe('/sign-in?error=unexpected');
    expect((await visitor.get(attempt)).status).toBe(200);
    expect((await visitor.get('/api/me')).body.isGuest).toBe(true);
  });
});

describe.each(engines)('cookies behind an HTTPS proxy on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom({ ...one, settings: { ...one.settings, trustProxy: true } });
  });
  afterAll(() => one.close());

  it('are Secure, for a guest, who signs up, signs out and in', async () => {
    const visitor = newVisitor();
    const behind = {
      host: 'a.example',
      origin: 'https://a.example',
      'x-forwarded-host': 'a.example',
      'x-forwarded-proto': 'https',
      'content-type': 'application/json',
    };
    const send = (path: string, body: unknown) =>
      visitor.send('POST', path, { headers: behind, body: JSON.stringify(body) });
    const person = { name: 'Ada', email: 'ada@a.example', password: PASSWORD };
    const begun = await send('/api/attempts', { caseSlug: 'fixture', mode: 'unaided', level: 'senior' });
    expect(begun.status).toBe(201);
    for (const path of ['claim-guest', 'sign-out', 'sign-in/email']) {
      const reply = await send(`/api/auth/${path}`, person);
      expect([path, reply.status]).toEqual([path, 200]);
      for (const cookie of reply.headers.getSetCookie()) expect(cookie).toMatch(/^__Secure-.*; Secure/);
    }
    expect(visitor.cookie).toMatch(/^__Secure-better-auth\.session_token=/);
    const me = await visitor.send('GET', `/api/attempts/${begun.body.id}`, { headers: behind });
    expect(me.status).toBe(200);
  });
});
