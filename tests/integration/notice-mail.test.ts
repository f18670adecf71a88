import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mail, Mailer } from '@/lib/mail/mailer';
import { serveFrom } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { PATIENT } from './patience';
import { idOf, type Person, person, submittedAttempt } from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

const held = globalThis as { warmstartMailer?: Mailer };

describe.each(engines)('notices by e-mail on %s', (engine) => {
  let one: TestDatabase;
  let candidate: Person;
  let coach: Person;
  let other: Person;
  let sent: Mail[];
  let refuses = false;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    candidate = await person(one, 'Cleo');
    coach = await person(one, 'Ada\r\nBcc: eve@evil.example');
    other = await person(one, 'Olga');
    await change({ email: address(`olga-${engine}`), emailNotices: true }, other);
  });
  afterAll(async () => {
    delete held.warmstartMailer;
    await one.close();
  });
  beforeEach(() => {
    sent = [];
    refuses = false;
    held.warmstartMailer = {
      configured: true,
      send: async (mail) => {
        if (refuses) throw new Error('550 not today');
        sent.push(mail);
      },
    };
  });

  const address = (name: string) => `${name}@example.org`;
  async function accepted(from = candidate): Promise<{ status: number; attemptId: string }> {
    const attempt = await submittedAttempt(from);
    const { token } = (await from.visitor.post(`${attempt}/shares`, {})).body;
    const { status } = await coach.visitor.post('/api/shares/accept', { token });
    return { status, attemptId: idOf(attempt) };
  }
  const change = (data: object, { userId } = candidate) => one.database.user.update({ where: { id: userId }, data });

  it('go to whom they are for, with a link to this app', async () => {
    await change({ email: address(`cleo-${engine}`), emailNotices: true });
    const { attemptId } = await accepted();
    await vi.waitFor(() => expect(sent).toHaveLength(1), PATIENT);
    expect(sent[0]?.to).toBe(address(`cleo-${engine}`));
    expect(sent[0]?.text).toContain(`/attempts/${attemptId}`);
    expect(sent[0]?.subject).toContain('accepted your attempt at A fixture for review.');
  });

  it.each([
    ['who wants none', { emailNotices: false, isAnonymous: false }],
    ['who is a guest by now', { emailNotices: true, isAnonymous: true }],
  ])('do not go to somebody %s', async (_, data) => {
    const attempt = await submittedAttempt(candidate);
    const { token } = (await candidate.visitor.post(`${attempt}/shares`, {})).body;
    await change(data);
    expect((await coach.visitor.post('/api/shares/accept', { token })).status).toBe(200);
    // The unwanted one would have been on its way well before this one, which is for somebody else.
    await accepted(other);
    await vi.waitFor(() => expect(sent.map(({ to }) => to)).toContain(address(`olga-${engine}`)), PATIENT);
    await change({ emailNotices: true, isAnonymous: false });
    expect(sent).toHaveLength(1);
  });

  it('fail nobody when the mail server refuses', async () => {
    refuses = true;
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect((await accepted()).status).toBe(200);
    await vi.waitFor(
      () => expect(log).toHaveBeenCalledWith(expect.stringContaining('not sent'), expect.any(Error)),
      PATIENT,
    );
    log.mockRestore();
    const { notices } = (await candidate.visitor.get('/api/notices')).body;
    expect(notices[0].kind).toBe('share-opened');
  });
});
