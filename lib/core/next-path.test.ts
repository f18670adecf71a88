import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPath, signInPath } from './next-path';

describe('where to go after signing in', () => {
  it.each(['/', '/settings', '/review?state=waiting&case=a%20b', '/attempts/x#top', '/groups/join/ab-_9'])(
    'is %s',
    (path) => {
      expect(nextPath(path)).toBe(path);
    },
  );

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/x/..//evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    'settings',
    '',
    ' /settings',
    '/a\nb',
    '/api/me/export',
    '/x/../api/me',
    `/${'a'.repeat(2000)}`,
    undefined,
    ['/settings'],
    { toString: () => '/settings' },
  ])('is the home page for %j', (value) => {
    expect(nextPath(value)).toBe('/');
  });

  it('never leaves the site, however it is put together', () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      'evil.example',
      '@',
      ':',
      '\t',
      '?',
      '#',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const there = new URL(nextPath(pieces.join('')), 'https://own.example');
        expect(there.origin).toBe('https://own.example');
        // What it says is stable: asking again changes nothing.
        expect(nextPath(nextPath(pieces.join('')))).toBe(nextPath(pieces.join('')));
      }),
      { numRuns: 2000 },
    );
  });

  it('is carried by the address of the sign-in page', () => {
    expect(signInPath('/review?a=1&b=2')).toBe('/sign-in?next=%2Freview%3Fa%3D1%26b%3D2');
    expect(signInPath('/')).toBe('/sign-in');
    expect(signInPath('//evil.example')).toBe('/sign-in');
  });
});
