import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { appLink, createMailer } from './mailer';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

let peer: SMTPServer | undefined;

/** A real SMTP server, and what it was given. */
async function smtpPeer({ refuse = false } = {}): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error('550 unknown here') : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((one) => one.address),
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  peer = server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received };
}

afterEach(async () => {
  const closing = peer;
  peer = undefined;
  if (closing) await new Promise<void>((closed) => closing.close(closed));
});

const mailerTo = (smtpUrl: string) => createMailer({ mail: { smtpUrl, from: 'Warmstart <warm@a.example>' } });
const headersOf = (text: string) => text.split('\r\n\r\n')[0]?.split('\r\n') ?? [];

describe('a mailer', () => {
  it('delivers text to one address', async () => {
    const { url, received } = await smtpPeer();
    await mailerTo(url).send({
      to: 'ada@b.example',
      subject: 'New password',
      text: 'Grüße, 世界\nhttps://a.example/x',
    });
    expect(received).toMatchObject([{ from: 'warm@a.example', to: ['ada@b.example'] }]);
    expect(headersOf(received[0]?.text ?? '')).toEqual(
      expect.arrayContaining(['From: Warmstart <warm@a.example>', 'To: ada@b.example', 'Subject: New password']),
    );
  });

  it.each([
    'Ada\r\nBcc: eve@evil.example',
    'Ada\nBcc: eve@evil.example',
    'Ada\rBcc: eve@evil.example\r\n\r\nanother body',
    'Ada\u2028Bcc: eve@evil.example',
    'Ada\u0000Bcc: eve@evil.example',
  ])('makes no header out of a name: %j', async (name) => {
    const { url, received } = await smtpPeer();
    await mailerTo(url).send({ to: 'ada@b.example', subject: `${name} asks for a review`, text: name });
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['ada@b.example']);
    expect(headersOf(received[0]?.text ?? '').filter((line) => /^bcc:/i.test(line))).toEqual([]);
  });

  it.each([
    'ada@b.example, eve@evil.example',
    'ada@b.example\r\nBcc: eve@evil.example',
    'x <eve@evil.example>, ada@b.example',
  ])('sends to one address at most: %j', async (to) => {
    const { url, received } = await smtpPeer();
    await mailerTo(url)
      .send({ to, subject: 'x', text: 'x' })
      .catch(() => {});
    for (const mail of received) expect(mail.to.length).toBe(1);
    expect(received.flatMap((mail) => mail.to)).not.toContain('eve@evil.example');
  });

  it('says so when the server refuses, and when there is none', async () => {
    const { url } = await smtpPeer({ refuse: true });
    await expect(mailerTo(url).send({ to: 'a@b.example', subject: 'x', text: 'x' })).rejects.toThrow(/550/);
    const none = createMailer({});
    expect(none.configured).toBe(false);
    await expect(none.send({ to: 'a@b.example', subject: 'x', text: 'x' })).rejects.toThrow('No SMTP server is set.');
  });
});

describe('the address of a page in a mail', () => {
  it.each([
    [{ appUrl: 'https://a.example', host: '127.0.0.1', port: 3000 }, 'https://a.example/settings'],
    [{ host: '127.0.0.1', port: 3000 }, 'http://127.0.0.1:3000/settings'],
    [{ host: '0.0.0.0', port: 8080 }, 'http://localhost:8080/settings'],
    [{ host: '::1', port: 8080 }, 'http://[::1]:8080/settings'],
  ])('with %j is %s', (settings, address) => {
    expect(appLink('/settings', settings)).toBe(address);
  });
});
