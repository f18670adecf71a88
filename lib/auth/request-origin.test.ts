import { describe, expect, it } from 'vitest';
import { clientAddress, requestOrigin } from './request-origin';

const forwarded = {
  host: 'app:3000',
  'x-forwarded-host': 'evil.example, a.example',
  'x-forwarded-proto': 'http, https',
};

describe('the origin of a request', () => {
  it.each([
    ['the host it was sent to', { host: 'localhost:3000' }, { trustProxy: false }, 'http://localhost:3000'],
    ['without the usual port', { host: 'a.example:80' }, { trustProxy: false }, 'http://a.example'],
    ['not what anybody can say', forwarded, { trustProxy: false }, 'http://app:3000'],
    ['what our proxy says', forwarded, { trustProxy: true }, 'https://a.example'],
    ['the fixed address', forwarded, { trustProxy: true, appUrl: 'https://b.example' }, 'https://b.example'],
    ['something, when there is no host', {}, { trustProxy: false }, 'http://localhost'],
    ['something, when the host is nonsense', { host: 'a b' }, { trustProxy: false }, 'http://localhost'],
  ])('is %s', (_, headers, settings, origin) => {
    expect(requestOrigin(new Headers(headers as Record<string, string>), settings)).toBe(origin);
  });
});

describe('the address that is counted', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['6.6.6.6, 203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (header, address) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': header }))).toBe(address);
  });

  it('is one for all whose address is not known', () => {
    expect(clientAddress(new Headers())).toBe('unknown');
  });
});
