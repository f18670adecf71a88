// Run as a process of its own by shut-down.test.ts: answers after half a second, and shuts down on a signal.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { shutDownOnSignal } from '@/server/shut-down';

const server = createServer((_, response) => {
  console.log('asked');
  setTimeout(() => response.end('answered'), 500);
});
shutDownOnSignal(server, async () => console.log('closed'));
server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
