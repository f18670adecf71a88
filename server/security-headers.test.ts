import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commonHeaders, developmentPolicy, hashPolicy, inlineScriptHashes, noncePolicy } from './security-headers';

const hashOf = (source: string) => `sha256-${createHash('sha256').update(source).digest('base64')}`;

describe('inline script hashes', () => {
  it('are those of inline scripts only, each once', () => {
    const html = `<head><script src="/a.js" async=""></script><script>one()</script></head>
      <script id="x">self.__next_f.push([1,"a<b"])</script><SCRIPT>one()</SCRIPT><script async src='/b.js'></script>`;
    expect(inlineScriptHashes(html)).toEqual([hashOf('one()'), hashOf('self.__next_f.push([1,"a<b"])')]);
  });

  it('include a script over several lines and an empty one', () => {
    expect(inlineScriptHashes('<script>\n a\n</script><script></script>')).toEqual([hashOf('\n a\n'), hashOf('')]);
  });

  it('are not fooled by an attribute that ends in src', () => {
    expect(inlineScriptHashes('<script data-src="x">a</script>')).toEqual([hashOf('a')]);
  });
});

describe('policies', () => {
  const directives = (policy: string) =>
    Object.fromEntries(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]));

  it.each([
    ['a nonce', noncePolicy('abc')],
    ['hashes', hashPolicy(['sha256-x'])],
    ['development', developmentPolicy('abc')],
  ])('with %s let nothing in from elsewhere', (_, policy) => {
    expect(directives(policy)).toMatchObject({
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    });
    expect(directives(policy)['script-src']).not.toContain("'unsafe-inline'");
  });

  it('name the nonce or the hashes', () => {
    expect(directives(noncePolicy('abc'))['script-src']).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
    expect(directives(hashPolicy(['sha256-x', 'sha256-y']))['script-src']).toEqual([
      "'self'",
      "'sha256-x'",
      "'sha256-y'",
    ]);
  });

  it('allow code evaluation in development only', () => {
    expect(noncePolicy('abc') + hashPolicy([])).not.toContain('unsafe-eval');
    expect(developmentPolicy('abc')).toContain('unsafe-eval');
  });
});

describe('common headers', () => {
  it('promise HTTPS only over HTTPS', () => {
    const names = (https: boolean) => commonHeaders({ https }).map(([name]) => name);
    expect(names(false)).not.toContain('Strict-Transport-Security');
    expect(names(true)).toContain('Strict-Transport-Security');
    expect(names(false)).toEqual(expect.arrayContaining(['X-Content-Type-Options', 'Referrer-Policy']));
  });
});
