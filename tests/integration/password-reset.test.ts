import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { RESETS_PER_HOUR, TRIES_PER_QUARTER } from '@/lib/auth/sign-in-limits';
import type { Mail, Mailer } from '@/lib/mail/mailer';
import { serveFrom, Visitor } from './api-client';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { PATIENT } from './patience';
import { type SmtpPeer, startSmtpPeer } from './smtp-peer';
import { holdClock } from './still-clock';

vi.mock('@/lib/content/library', () => ({ findCase: () => null, listBrokenCases: () => [] }));

/** What tells of changed addresses; reset links are sent by the peer below. */
const held = globalThis as { warmstartMailer?: Mailer };
const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'a whole new password';
let count = 0;
const newVisitor = () => {
  count += 1;
  return new Visitor(`192.0.2.${count}`);
};

async function signUp(visitor = newVisitor()): Promise<{ email: string; password: string }> {
  count += 1;
  const person = { name: `Person ${count}`, email: `reset-${count}@a.example`, password: PASSWORD };
  const { status } = await visitor.post('/api/auth/sign-up/email', person);
  expect(status).toBe(200);
  return person;
}
const ask = (email: string, visitor = newVisitor()) => visitor.post('/api/auth/request-password-reset', { email });
const set = (token: string, newPassword = NEW_PASSWORD) =>
  newVisitor().post('/api/auth/reset-password', { token, newPassword });
const signIn = (email: string, password: string) => newVisitor().post('/api/auth/sign-in/email', { email, password });

describe.each(engines)('a password reset on %s', (engine) => {
  let one: TestDatabase;
  let peer: SmtpPeer;
  const withMail = () =>
    serveFrom({
      ...one,
      settings: {
        ...one.settings,
        appUrl: 'http://localhost:3000',
        mail: { smtpUrl: peer.url, from: 'warm@a.example' },
      },
    });
  beforeAll(async () => {
    one = await freshDatabase(engine);
    peer = await startSmtpPeer();
    withMail();
  });
  afterEach(() => {
    delete held.warmstartMailer;
  });
  afterAll(async () => {
    await one.close();
    await peer.close();
  });

  async function mailedToken(email: string): Promise<string> {
    expect((await ask(email)).status).toBe(200);
    const { to, text } = await peer.next();
    expect(to).toEqual([email]);
    return /http:\/\/localhost:3000\/reset-password\?token=([\w-]+)/.exec(text)?.[1] ?? '';
  }

  it('comes by mail, works once, and ends every session', async () => {
    const visitor = newVisitor();
    const person = await signUp(visitor);
    const token = await mailedToken(person.email);
    const short = await set(token, 'short');
    expect([short.status, short.body.issues[0].path]).toEqual([422, 'newPassword']);
    expect((await set(token)).status).toBe(200);
    expect((await visitor.get('/api/me')).status).toBe(404);
    expect((await signIn(person.email, PASSWORD)).status).toBe(401);
    expect((await signIn(person.email, NEW_PASSWORD)).status).toBe(200);
    const again = await set(token);
    expect([again.status, again.body.code, again.body.issues[0].path]).toEqual([422, 'invalid', 'token']);
  });

  it('works once, of two at the same moment', async () => {
    const { email } = await signUp();
    const token = await mailedToken(email);
    const both = await Promise.all([set(token, 'password one'), set(token, 'password two')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('does not work when another one has been used', async () => {
    const [{ email }, other] = [await signUp(), await signUp()];
    const [first, second] = [await mailedToken(email), await mailedToken(email)];
    const elses = await mailedToken(other.email);
    expect((await set(second)).status).toBe(200);
    expect((await set(first, 'somebody else’s password')).status).toBe(422);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
    expect((await set(elses)).status).toBe(200);
  });

  it('does not work once the password was changed in the settings', async () => {
    const visitor = newVisitor();
    const [{ email }, other] = [await signUp(visitor), await signUp()];
    const tokens = [await mailedToken(email), await mailedToken(email)];
    const elses = await mailedToken(other.email);
    const change = (currentPassword: string) =>
      visitor.post('/api/auth/change-password', { currentPassword, newPassword: NEW_PASSWORD });
    // What was refused has changed nothing: the link may be all that its owner has.
    expect((await change('not this one')).status).toBe(422);
    expect(await one.database.verification.count({ where: { identifier: `reset-password:${tokens[0]}` } })).toBe(1);
    expect((await change(PASSWORD)).status).toBe(200);
    for (const token of tokens) expect((await set(token, 'somebody else’s password')).status).toBe(422);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
    expect((await set(elses)).status).toBe(200);
    // One that is asked for afterwards does.
    expect((await set(await mailedToken(email), PASSWORD)).status).toBe(200);
  });

  it('does not work once the address was changed: the former one is told, and gets no more links', async () => {
    const visitor = newVisitor();
    const [{ email }, other] = [await signUp(visitor), await signUp()];
    const token = await mailedToken(email);
    const elses = await mailedToken(other.email);
    const newEmail = `moved-${email}`;
    const sent: Mail[] = [];
    held.warmstartMailer = { configured: true, send: async (mail) => void sent.push(mail) };
    // Somebody else's address: nothing changes, and there is nothing to tell.
    expect((await visitor.post('/api/auth/change-email', { newEmail: other.email })).status).toBe(200);
    expect(sent).toEqual([]);
    // The new address is asked first, and the former one is told when it is the former one.
    expect((await visitor.post('/api/auth/change-email', { newEmail })).status).toBe(200);
    expect(sent.map(({ to }) => to)).toEqual([newEmail]);
    const confirms = /confirm-email\?token=([\w-]+)/.exec(sent[0]?.text ?? '')?.[1];
    expect((await visitor.post('/api/auth/confirm-email', { token: confirms })).body).toEqual({ email: newEmail });
    expect(sent.map(({ to }) => to)).toEqual([newEmail, email]);
    expect(sent[1]?.text).not.toContain(newEmail);
    expect((await set(token, 'somebody else’s password')).status).toBe(422);
    expect((await signIn(newEmail, PASSWORD)).status).toBe(200);
    expect((await set(elses)).status).toBe(200);
    const before = peer.received.length;
    expect((await ask(email)).status).toBe(200);
    // Whatever was on its way would come before the mail of the new address.
    expect((await set(await mailedToken(newEmail))).status).toBe(200);
    expect(peer.received.length).toBe(before + 1);
  });

  it('is no matter of an address that cannot be told', async () => {
    const visitor = newVisitor();
    const { email } = await signUp(visitor);
    const sent: Mail[] = [];
    held.warmstartMailer = { configured: true, send: async (mail) => void sent.push(mail) };
    expect((await visitor.post('/api/auth/change-email', { newEmail: `moved-${email}` })).status).toBe(200);
    const token = /confirm-email\?token=([\w-]+)/.exec(sent[0]?.text ?? '')?.[1];
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    held.warmstartMailer = { configured: true, send: () => Promise.reject(new Error('550 not today')) };
    expect((await visitor.post('/api/auth/confirm-email', { token })).status).toBe(200);
    expect((await visitor.get('/api/me')).body.email).toBe(`moved-${email}`);
    await vi.waitFor(() => expect(log).toHaveBeenCalled());
    // Nor is one that the link cannot be sent to, and the log does not hold it.
    expect((await visitor.post('/api/auth/change-email', { newEmail: `again-${email}` })).status).toBe(200);
    await vi.waitFor(() => expect(log.mock.calls.flat().join(' ')).toContain(`again-${email}`));
    expect(log.mock.calls.flat().join(' ')).not.toContain('token=');
    log.mockRestore();
  });

  it('ends a link to a new address that was asked for before', async () => {
    const visitor = newVisitor();
    const person = await signUp(visitor);
    const sent: Mail[] = [];
    held.warmstartMailer = { configured: true, send: async (mail) => void sent.push(mail) };
    expect((await visitor.post('/api/auth/change-email', { newEmail: `moved-${person.email}` })).status).toBe(200);
    const confirms = /confirm-email\?token=([\w-]+)/.exec(sent[0]?.text ?? '')?.[1];
    expect((await set(await mailedToken(person.email))).status).toBe(200);
    const again = newVisitor();
    await again.post('/api/auth/sign-in/email', { email: person.email, password: NEW_PASSWORD });
    expect((await again.post('/api/auth/confirm-email', { token: confirms })).status).toBe(422);
  });

  it('does not work after an hour', async () => {
    const { email } = await signUp();
    const token = await mailedToken(email);
    await one.database.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await set(token)).status).toBe(422);
  });

  it('lets somebody in whom wrong tries of others have shut out', async () => {
    holdClock();
    const { email } = await signUp();
    for (let i = 0; i <= TRIES_PER_QUARTER; i += 1) await signIn(email, 'guess');
    expect((await signIn(email, PASSWORD)).status).toBe(429);
    expect((await set(await mailedToken(email))).status).toBe(200);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
  });

  it('says the same for an address that nobody has, and sends nothing', async () => {
    const { email } = await signUp();
    const known = await ask(email);
    await peer.next();
    const before = peer.received.length;
    const unknown = await ask('nobody-here@a.example');
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    const guest = await one.database.user.create({
      data: { id: crypto.randomUUID(), name: 'Guest', email: 'x@guest.invalid', isAnonymous: true },
    });
    expect((await ask(guest.email)).text).toBe(known.text);
    // Whatever was on its way would come before the mail of somebody who asks now.
    await mailedToken((await signUp()).email);
    expect(peer.received.length).toBe(before + 1);
  });

  it('names the fixed address, whatever host the request names', async () => {
    const { email } = await signUp();
    await newVisitor().send('POST', '/api/auth/request-password-reset', {
      headers: {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        origin: null,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ email, redirectTo: 'https://evil.example/' }),
    });
    expect((await peer.next()).text).not.toContain('evil.example');
  });

  it('fills nobody’s mailbox', async () => {
    holdClock();
    const { email } = await signUp();
    for (let i = 0; i < RESETS_PER_HOUR; i += 1) {
      expect((await ask(email)).status).toBe(200);
      await peer.next();
    }
    expect((await ask(email)).status).toBe(429);
  });

  it('does not wait for an SMTP server that is away, and says so in the log without the link', async () => {
    const { email } = await signUp();
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    serveFrom({
      ...one,
      settings: { ...one.settings, mail: { smtpUrl: 'smtp://127.0.0.1:1', from: 'warm@a.example' } },
    });
    expect((await ask(email)).status).toBe(200);
    await vi.waitFor(() => expect(log).toHaveBeenCalled(), PATIENT);
    expect(log.mock.calls.flat().join(' ')).toContain(email);
    expect(log.mock.calls.flat().join(' ')).not.toContain('token=');
    log.mockRestore();
    withMail();
  });

  it('stands in the log of a server that sends no mail', async () => {
    const { email } = await signUp();
    serveFrom(one);
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    expect((await ask(email)).status).toBe(200);
    const line = String(log.mock.calls[0]?.[0]);
    log.mockRestore();
    withMail();
    expect(line).toContain(JSON.stringify(email));
    const token = /http:\/\/127\.0\.0\.1:3000\/reset-password\?token=([\w-]+)$/.exec(line)?.[1] ?? '';
    expect((await set(token)).status).toBe(200);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
  });
});
