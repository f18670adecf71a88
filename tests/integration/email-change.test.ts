import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RESETS_PER_HOUR } from '@/lib/auth/sign-in-limits';
import { makeSessionOld, newPerson, newVisitor, PASSWORD, signIn, signUp } from './account-people';
import { serveFrom, type Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { holdClock } from './still-clock';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

describe.each(engines)('a new e-mail address on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
  });
  afterAll(() => one.close());

  /** Asks for another address; gives the token of the link, which a server that sends no mail prints to its log. */
  async function askFor(visitor: Visitor, newEmail: string, password?: string) {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const reply = await visitor.post('/api/auth/change-email', { newEmail, ...(password && { password }) });
    const lines = log.mock.calls.flat().map(String);
    log.mockRestore();
    const [line = ''] = lines.filter((one) => one.includes(JSON.stringify(newEmail)));
    const link = /http:\/\/127\.0\.0\.1:3000\/confirm-email\?token=([\w-]+)$/.exec(line);
    return { ...reply, token: link?.[1] ?? null };
  }
  const confirm = (visitor: Visitor, token: string | null) => visitor.post('/api/auth/confirm-email', { token });
  const mine = async (visitor: Visitor) => {
    const { email, unconfirmedEmail } = (await visitor.get('/api/me')).body;
    return [email, unconfirmedEmail];
  };

  it('is changed once the link to the new one is opened, and the old one is free', async () => {
    const visitor = newVisitor();
    const person = await signUp(visitor);
    const { email } = newPerson();
    const same = await visitor.post('/api/auth/change-email', { newEmail: person.email });
    expect([same.status, same.body.issues[0].path]).toEqual([422, 'newEmail']);
    const { status, token } = await askFor(visitor, email);
    expect(status).toBe(200);
    // Until then nothing is changed, and whoever has the address is as free to take it.
    expect(await mine(visitor)).toEqual([person.email, email]);
    expect((await signIn(newVisitor(), person)).status).toBe(200);
    const stored = await one.database.verification.findMany({ where: { value: { contains: person.id } } });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect((await confirm(visitor, token)).body).toEqual({ email });
    expect(await mine(visitor)).toEqual([email, null]);
    expect((await signIn(newVisitor(), { ...person, email })).status).toBe(200);
    await signUp(newVisitor(), person);
    const again = await confirm(visitor, token);
    expect([again.status, again.body.issues[0].path]).toEqual([422, 'token']);
  });

  it('is confirmed by who asked for it and nobody else, in time, and by the last link', async () => {
    const [visitor, other] = [newVisitor(), newVisitor()];
    const [person] = [await signUp(visitor), await signUp(other)];
    const first = await askFor(visitor, newPerson().email);
    const { email } = newPerson();
    const { token } = await askFor(visitor, email.toUpperCase().toLowerCase());
    // A mistyped address opens the account to nobody.
    expect((await confirm(other, token)).status).toBe(422);
    expect((await confirm(newVisitor(), token)).body.code).toBe('signed-out');
    const guest = newVisitor();
    await guest.start();
    expect((await confirm(guest, token)).body.code).toBe('needs-account');
    for (const wrong of [first.token, 'made-up', '%', 'change-email:']) {
      expect((await confirm(visitor, wrong)).status).toBe(422);
    }
    const ofPerson = { where: { value: { startsWith: `${person.id} ` } } };
    await one.database.verification.updateMany({ ...ofPerson, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await confirm(visitor, token)).status).toBe(422);
    expect(await mine(visitor)).toEqual([person.email, null]);
    await one.database.verification.updateMany({ ...ofPerson, data: { expiresAt: new Date(Date.now() + 60_000) } });
    expect((await confirm(visitor, token)).body).toEqual({ email });
  });

  it('of somebody else is not taken over, and the answer is the same', async () => {
    const [visitor, theirs] = [newVisitor(), newVisitor()];
    const me = await signUp(visitor);
    const them = await signUp(theirs);
    const taken = await askFor(visitor, them.email);
    expect(await mine(visitor)).toEqual([me.email, them.email]);
    const free = await askFor(visitor, newPerson().email);
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    expect(taken.token).toBeNull();
    expect((await theirs.get('/api/me')).body.email).toBe(them.email);
  });

  it('is not taken when somebody else has it by the time that the link is opened, also at that very moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = [newVisitor(), newVisitor()];
      const people = [await signUp(first), await signUp(second)];
      const { email } = newPerson();
      const links = [await askFor(first, email), await askFor(second, email)];
      const outcomes = await Promise.all([
        confirm(first, links[0]?.token ?? ''),
        confirm(second, links[1]?.token ?? ''),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 422]);
      const now = [(await mine(first))[0], (await mine(second))[0]];
      expect(now.filter((one) => one === email)).toHaveLength(1);
      expect(now.filter((one) => people.some((person) => person.email === one))).toHaveLength(1);
    }
  });

  it('is changed once when the link is opened twice at once', async () => {
    const visitor = newVisitor();
    await signUp(visitor);
    const { email } = newPerson();
    const { token } = await askFor(visitor, email);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => confirm(visitor, token)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    expect((await mine(visitor))[0]).toBe(email);
  });

  it('cannot be had by a link from before the password was changed', async () => {
    const visitor = newVisitor();
    const person = await signUp(visitor);
    const { token } = await askFor(visitor, newPerson().email);
    const body = { currentPassword: PASSWORD, newPassword: 'another good password' };
    expect((await visitor.post('/api/auth/change-password', body)).status).toBe(200);
    expect((await confirm(visitor, token)).status).toBe(422);
    expect(await mine(visitor)).toEqual([person.email, null]);
  });

  it('fills nobody’s mailbox', async () => {
    holdClock();
    const { email } = newPerson();
    const statuses: number[] = [];
    for (let i = 0; i <= RESETS_PER_HOUR; i += 1) {
      const visitor = newVisitor();
      await signUp(visitor);
      statuses.push((await askFor(visitor, email)).status);
    }
    expect(statuses).toEqual([...Array(RESETS_PER_HOUR).fill(200), 429]);
  });

  it('needs the password when the session is older than ten minutes', async () => {
    const visitor = newVisitor();
    await signUp(visitor);
    await makeSessionOld(one, visitor, 11);
    const { email: newEmail } = newPerson();
    const without = await askFor(visitor, newEmail);
    expect([without.status, without.body.code, without.token]).toEqual([403, 'needs-password', null]);
    const wrong = await askFor(visitor, newEmail, 'no');
    expect([wrong.status, wrong.body.issues[0].path, wrong.token]).toEqual([422, 'password', null]);
    const right = await askFor(visitor, newEmail, PASSWORD);
    expect(right.status).toBe(200);
    // The proof was given when it was asked for.
    expect((await confirm(visitor, right.token)).status).toBe(200);
    expect((await mine(visitor))[0]).toBe(newEmail);
  });
});
