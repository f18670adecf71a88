import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { settleForwardedHeaders } from './forwarded-headers';

function settle(
  headers: Record<string, string>,
  settings: { trustProxy: boolean; appUrl?: string } = { trustProxy: false },
) {
  const request = { headers: { ...headers }, socket: { remoteAddress: '10.0.0.9' } } as unknown as IncomingMessage;
  return { ...settleForwardedHeaders(request, settings), headers: request.headers };
}

const SENT = {
  host: 'app:3000',
  'x-forwarded-for': '6.6.6.6, 203.0.113.7',
  'x-forwarded-host': 'evil.example, a.example',
  'x-forwarded-proto': 'http, https',
  'x-forwarded-port': '1',
  'x-real-ip': '6.6.6.6',
  forwarded: 'for=6.6.6.6',
};

describe('forwarded headers', () => {
  it('are replaced by what the connection says', () => {
    expect(settle(SENT)).toEqual({
      https: false,
      headers: {
        host: 'app:3000',
        'x-forwarded-for': '10.0.0.9',
        'x-forwarded-host': 'app:3000',
        'x-forwarded-proto': 'http',
      },
    });
  });

  it('keep only the entry of our own proxy', () => {
    expect(settle(SENT, { trustProxy: true })).toEqual({
      https: true,
      headers: {
        host: 'app:3000',
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-host': 'a.example',
        'x-forwarded-proto': 'https',
      },
    });
  });

  it('fall back to the connection when the proxy says nothing', () => {
    expect(settle({ host: 'a.example' }, { trustProxy: true })).toMatchObject({
      https: false,
      headers: { 'x-forwarded-for': '10.0.0.9', 'x-forwarded-host': 'a.example', 'x-forwarded-proto': 'http' },
    });
  });

  it('count as HTTPS when the fixed address does', () => {
    expect(settle({}, { trustProxy: false, appUrl: 'https://a.example' }).https).toBe(true);
  });
});
