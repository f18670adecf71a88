import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface SmtpPeer {
  readonly url: string;
  /** What was delivered, whole and decoded as far as lines go. */
  readonly received: { readonly to: readonly string[]; readonly text: string }[];
  /** The next mail that is not delivered yet; fails after a few seconds. */
  next(): Promise<{ readonly to: readonly string[]; readonly text: string }>;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** A real SMTP server in this process. */
export async function startSmtpPeer(): Promise<SmtpPeer> {
  const received: { to: string[]; text: string }[] = [];
  let seen = 0;
  let tell = () => {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        // Quoted-printable, as far as a link needs it.
        const text = Buffer.concat(chunks).toString('utf8').replace(/=\r\n/g, '').replace(/=3D/g, '=');
        received.push({ to: session.envelope.rcptTo.map((one) => one.address), text });
        tell();
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    async next() {
      if (received.length <= seen) {
        await new Promise<void>((arrived, failed) => {
          const timer = setTimeout(() => failed(new Error('No mail came.')), PATIENCE_MS);
          tell = () => {
            clearTimeout(timer);
            arrived();
          };
        });
      }
      const mail = received[seen];
      seen += 1;
      if (!mail) throw new Error('No mail came.');
      return mail;
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
