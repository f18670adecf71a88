import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSessions, type Sessions } from '@/lib/auth/sessions';
import { AppError } from '@/lib/core/app-error';
import type { Settings } from '@/lib/settings';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { holdClock } from './still-clock';

/** What a browser keeps of `Set-Cookie`; a cookie with Max-Age=0 is gone. */
function cookieHeader(setCookies: readonly string[]): string {
  return setCookies
    .filter((one) => !/max-age=0/i.test(one))
    .map((one) => one.split(';')[0])
    .join('; ');
}

function request(cookie = '', more: Record<string, string> = {}): Headers {
  return new Headers({
    host: 'localhost:3000',
    'x-forwarded-for': '203.0.113.7',
    ...(cookie ? { cookie } : {}),
    ...more,
  });
}

describe.each(engines)('guests on %s', (engine) => {
  let one: TestDatabase;
  let sessions: Sessions;
  const instance = (settings: Partial<Settings> = {}) =>
    createSessions({ database: one.openAnother(), settings: { ...one.settings, ...settings } });

  beforeAll(async () => {
    one = await freshDatabase(engine);
    sessions = instance();
  });
  afterAll(() => one.close());

  it('nobody is nobody, and looking makes nobody', async () => {
    const before = await one.database.user.count();
    expect(await sessions.currentUser(request())).toBeNull();
    expect(await sessions.currentUser(request('better-auth.session_token=made.up'))).toBeNull();
    expect(await one.database.user.count()).toBe(before);
  });

  it('is made once and then recognised', async () => {
    const { user, setCookies } = await sessions.ensureUser(request());
    expect(user).toMatchObject({ isGuest: true, name: 'Guest' });
    const cookie = cookieHeader(setCookies);
    expect(await sessions.currentUser(request(cookie))).toEqual(user);
    expect((await sessions.ensureUser(request(cookie))).user).toEqual(user);
    expect(await one.database.user.findUnique({ where: { id: user.id } })).toMatchObject({ isAnonymous: true });
  });

  it('keeps the cookie for a year, away from scripts, and plain on plain HTTP', async () => {
    const { setCookies } = await sessions.ensureUser(request());
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(/^better-auth\.session_token=/);
    expect(setCookies[0]).toMatch(/Max-Age=31536000/);
    expect(setCookies[0]).toMatch(/HttpOnly/);
    expect(setCookies[0]).toMatch(/SameSite=Lax/i);
    expect(setCookies[0]).not.toMatch(/Secure/);
  });

  it('gets a Secure cookie behind an HTTPS proxy, and only from a proxy that is trusted', async () => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'a.example' };
    const trusting = await instance({ trustProxy: true }).ensureUser(request('', forwarded));
    expect(trusting.setCookies[0]).toMatch(/^__Secure-better-auth\.session_token=.*; Secure/);
    const wary = await sessions.ensureUser(request('', forwarded));
    expect(wary.setCookies[0]).not.toMatch(/Secure/);
    const fixed = await instance({ appUrl: 'https://a.example' }).ensureUser(request());
    expect(fixed.setCookies[0]).toMatch(/^__Secure-/);
  });

  it('ten at once are ten people, each with a cookie that works', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => sessions.ensureUser(request())));
    expect(new Set(made.map(({ user }) => user.id)).size).toBe(10);
    for (const { user, setCookies } of made) {
      expect(await sessions.currentUser(request(cookieHeader(setCookies)))).toEqual(user);
    }
  });

  it('whose session is gone is nobody, and becomes a new guest with a cookie that lives', async () => {
    const gone = await sessions.ensureUser(request());
    const deadCookie = cookieHeader(gone.setCookies);
    await one.database.user.delete({ where: { id: gone.user.id } });
    expect(await sessions.currentUser(request(deadCookie))).toBeNull();

    const fresh = await sessions.ensureUser(request(`theme=dark; ${deadCookie}`));
    expect(fresh.user.id).not.toBe(gone.user.id);
    expect(await sessions.currentUser(request(cookieHeader(fresh.setCookies)))).toEqual(fresh.user);
  });

  it('is known to another instance that shares nothing but the database', async () => {
    const { user, setCookies } = await sessions.ensureUser(request());
    const other = instance({ dataDir: `${one.settings.dataDir}-other` });
    expect(await other.currentUser(request(cookieHeader(setCookies)))).toEqual(user);
  });

  it('is not known under another secret', async () => {
    const { setCookies } = await sessions.ensureUser(request());
    const other = instance({ authSecret: 'another secret of more than 32 characters' });
    expect(await other.currentUser(request(cookieHeader(setCookies)))).toBeNull();
  });

  it.each([
    ['a forged token', (value: string) => `x${value}`],
    ['a forged signature', (value: string) => value.replace(/\.[^.]*$/, `.${'A'.repeat(43)}%3D`)],
    ['no signature', (value: string) => value.replace(/\..*$/, '')],
    ['a broken escape', (value: string) => `${value}%`],
  ])('is not known with %s', async (_, change) => {
    const { setCookies } = await sessions.ensureUser(request());
    const [name, value = ''] = cookieHeader(setCookies).split('=');
    expect(await sessions.currentUser(request(`${name}=${change(value)}`))).toBeNull();
  });

  it('is not known with a session that has run out', async () => {
    const { user, setCookies } = await sessions.ensureUser(request());
    await one.database.session.updateMany({ where: { userId: user.id }, data: { expiresAt: new Date() } });
    expect(await sessions.currentUser(request(cookieHeader(setCookies)))).toBeNull();
  });

  it('is recognised behind HTTPS too', async () => {
    const secure = instance({ appUrl: 'https://a.example' });
    const { user, setCookies } = await secure.ensureUser(request());
    expect(await secure.currentUser(request(cookieHeader(setCookies)))).toEqual(user);
  });

  it('gets the cookie anew when a day has passed', async () => {
    const { user, setCookies } = await sessions.ensureUser(request());
    const cookie = cookieHeader(setCookies);
    expect((await sessions.ensureUser(request(cookie))).setCookies).toEqual([]);
    const inTenMonths = new Date(Date.now() + 300 * 86_400_000);
    await one.database.session.updateMany({ where: { userId: user.id }, data: { expiresAt: inTenMonths } });
    const renewed = await sessions.ensureUser(request(cookie));
    expect(renewed.user).toEqual(user);
    expect(renewed.setCookies[0]).toMatch(/Max-Age=31536000/);
    const session = await one.database.session.findFirstOrThrow({ where: { userId: user.id } });
    expect(session.expiresAt.getTime()).toBeGreaterThan(inTenMonths.getTime());
  });

  it('can be ended, which takes the cookie away', async () => {
    const { setCookies } = await sessions.ensureUser(request());
    const cookie = cookieHeader(setCookies);
    const removed = await sessions.endSession(request(cookie));
    expect(removed.join('\n')).toMatch(/better-auth\.session_token=;.*Max-Age=0/);
    expect(await sessions.currentUser(request(cookie))).toBeNull();
  });

  it('cannot be made without end from one address, on any number of instances', async () => {
    holdClock();
    const [a, b] = [instance({ guestsPerHour: 3 }), instance({ guestsPerHour: 3 })];
    const from = (address: string) => request('', { 'x-forwarded-for': address });
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => (index % 2 ? a : b).ensureUser(from('198.51.100.1'))),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
    for (const refused of tries.filter((one) => one.status === 'rejected')) {
      expect(refused.reason).toBeInstanceOf(AppError);
      expect(refused.reason).toMatchObject({ code: 'rate-limited' });
      expect(refused.reason.details.retryAfterSeconds).toBeGreaterThan(0);
    }
    expect((await a.ensureUser(from('198.51.100.2'))).user.isGuest).toBe(true);
  });
});
