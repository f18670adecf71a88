import { expect, it } from 'vitest';
import { ByteCache } from './byte-cache';

it('keeps what was used last, within its bytes', () => {
  const cache = new ByteCache<string>(10, (value) => value.length);
  cache.set('a', 'aaaa');
  cache.set('b', 'bbbb');
  expect(cache.get('a')).toBe('aaaa');
  cache.set('c', 'cccc');
  expect(cache.get('b')).toBeUndefined();
  expect(cache.get('a')).toBe('aaaa');
  expect(cache.get('c')).toBe('cccc');
});

it('leaves out what is larger than all of it, and counts a replaced value once', () => {
  const cache = new ByteCache<string>(4, (value) => value.length);
  cache.set('big', 'bbbbb');
  expect(cache.get('big')).toBeUndefined();
  cache.set('a', 'aa');
  cache.set('a', 'aaa');
  cache.set('b', 'b');
  expect(cache.get('a')).toBe('aaa');
});
