import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from '@/lib/settings';

/** Starts to listen. A port that is taken is told in one line that says what to do. */
export function listen(server: Server, { host, port }: Pick<Settings, 'host' | 'port'>): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const advice: Record<string, string> = {
        EADDRINUSE: `Port ${port} is in use. Set another one: PORT=${port + 1} npm start`,
        EACCES: `Port ${port} needs more rights than this user has. Set another one: PORT=3000 npm start`,
        EADDRNOTAVAIL: `HOST ${host} is not an address of this machine. 0.0.0.0 means all of them.`,
        ENOTFOUND: `HOST ${host} is not an address of this machine. 0.0.0.0 means all of them.`,
      };
      const line = advice[error.code ?? ''];
      reject(line === undefined ? error : new Error(line, { cause: error }));
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** The address for a person to open. */
export function printedAddress({ address, port }: AddressInfo, { appUrl }: Pick<Settings, 'appUrl'>): string {
  if (appUrl !== undefined) return appUrl;
  const everywhere = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(address);
  const host = address.includes(':') ? `[${address}]` : address;
  return `http://${everywhere ? 'localhost' : host}:${port}`;
}
